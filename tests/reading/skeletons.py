"""Pages as content systems and their themes write them: a style sheet, and where the article and furniture stand.

In the bodies [0] to [5] stand for the paragraphs of the article, JUNK for a box that no reader sees.
"""

from __future__ import annotations

from typing import NamedTuple


class Skeleton(NamedTuple):
    """A page without its words; `root` are attributes of its first element."""

    name: str
    sheet: str
    body: str
    head: str = ""
    root: str = ""


SKELETONS = (
    Skeleton(
        "wp_plain",
        (
            ".screen-reader-text{clip:rect(1px,1px,1px,1px);position:absolute!important;height:1px;width:1px;over"
            "flow:hidden}.entry-content>*{max-width:650px}.sub-menu{display:none}.menu-item:hover>.sub-menu{displ"
            "ay:block}"
        ),
        (
            "<header><nav><ul class=menu><li class=menu-item><a href=/>News</a><ul class=sub-menu><li>World</li><"
            "/ul></li></ul></nav></header><main><article class=post><h1 class=entry-title>TITLE</h1><div class=en"
            "try-content>[0][1][2][3][4][5]</div></article></main>"
        ),
    ),
    Skeleton(
        "wp_block_hide",
        (
            ".wp-block-group.is-hidden-desktop{display:none}@media (max-width:782px){.hide-mobile{display:none!im"
            "portant}}"
        ),
        (
            "<article><h1>TITLE</h1><div class=entry-content>[0][1][2]<div class='wp-block-group is-hidden-deskto"
            "p'>JUNK</div><div class=hide-mobile>[3][4][5]</div></div></article>"
        ),
    ),
    Skeleton(
        "wp_lazyload",
        (
            ".lazyload{opacity:0}.lazyloaded{opacity:1;transition:opacity .3s}.js .reveal{opacity:0;transform:tra"
            "nslateY(20px)}"
        ),
        (
            "<article><h1>TITLE</h1><div class='entry-content'><figure class=lazyload><img></figure>[0][1][2][3]["
            "4][5]</div></article>"
        ),
        "",
        "class=no-js",
    ),
    Skeleton(
        "wp_reveal_js",
        ".js .reveal{opacity:0}.reveal.in{opacity:1}",
        (
            "<article><h1>TITLE</h1><div class=reveal>[0]</div><div class=reveal>[1]</div><div class=reveal>[2]</"
            "div><div class=reveal>[3]</div><div class=reveal>[4]</div><div class=reveal>[5]</div></article>"
        ),
        "",
        "class=js",
    ),
    Skeleton(
        "wp_reveal_some",
        ".js .reveal{opacity:0;transition:opacity 1s}.js .reveal.visible{opacity:1}",
        "<article><h1>TITLE</h1>[0][1][2][3][4]<div class=reveal>[5]</div></article>",
        "",
        "class=js",
    ),
    Skeleton(
        "drupal",
        (
            ".visually-hidden{position:absolute!important;clip:rect(1px,1px,1px,1px);overflow:hidden;height:1px;w"
            "idth:1px}.hidden{display:none}.field--name-body .ad{display:none}.contextual-region .contextual{disp"
            "lay:none}"
        ),
        (
            "<main role=main><div class=region-content><div class=node><h1><span class=field--name-title>TITLE</s"
            "pan></h1><div class=contextual-region><div class=contextual>JUNK</div><div class=field--name-body>[0"
            "][1][2]<div class=ad>JUNK</div>[3][4][5]</div></div></div></div></main>"
        ),
    ),
    Skeleton(
        "drupal_tabs",
        ".tabs-content>div{display:none}.tabs-content>div.active{display:block}",
        (
            "<main><h1>TITLE</h1><div class=tabs-content><div class='active tab'>[0][1][2][3][4][5]</div><div cla"
            "ss=tab>JUNK</div></div></main>"
        ),
    ),
    Skeleton(
        "arc",
        (
            ".b-article-body>.c-paragraph{margin:0 0 16px}.c-ad:empty{display:none}.o-promo[data-state=closed]{di"
            "splay:none}"
        ),
        "<main><h1 class=b-headline>TITLE</h1><article class=b-article-body>[0][1][2][3][4][5]"
        "<div class=o-promo data-state=closed>JUNK</div></article></main>",
    ),
    Skeleton(
        "arc_paywall_fade",
        (
            ".paywall-container .article-body{max-height:400px;overflow:hidden;-webkit-mask-image:linear-gradient"
            "(#000,transparent)}.paywall-container .offer{position:fixed;bottom:0}"
        ),
        (
            "<main class=paywall-container><article><h1>TITLE</h1><div class=article-body>[0][1][2][3][4][5]</div"
            "></article></main>"
        ),
    ),
    Skeleton(
        "paywall_blur",
        (
            ".is-locked .body p:nth-child(n+3){filter:blur(6px)}.subscribe-box{display:none}.is-locked .subscribe"
            "-box{display:block}"
        ),
        (
            "<main class=is-open><article><h1>TITLE</h1><div class=body>[0][1][2][3][4][5]</div><div class=subscr"
            "ibe-box>JUNK</div></article></main>"
        ),
    ),
    Skeleton(
        "paywall_display",
        "body:not(.subscriber) .premium>p:nth-of-type(n+4){display:none}",
        "<article><h1>TITLE</h1><div class=premium>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "paywall_height0",
        ".fade{height:0;overflow:hidden}.content.open .fade{height:auto}",
        ("<article><h1>TITLE</h1><div class='content open'><div class=fade>[0][1][2][3][4][5]</div></div></article>"),
    ),
    Skeleton(
        "amp_accordion",
        (
            "body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,e"
            "nd) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@ke"
            "yframes -amp-start{from{visibility:hidden}to{visibility:visible}}amp-accordion>section:not([expanded"
            "])>:last-child{display:none}"
        ),
        (
            "<article><h1>TITLE</h1>[0][1][2][3]<amp-accordion><section><h2>More</h2><div>JUNK</div></section></a"
            "mp-accordion>[4][5]</article>"
        ),
        "",
        "amp",
    ),
    Skeleton(
        "amp_body_vis",
        "body{visibility:hidden}",
        "<article><h1>TITLE</h1>[0][1][2][3][4][5]</article>",
        "",
        "amp",
    ),
    Skeleton(
        "cookie_wall",
        "#cmp{position:fixed;inset:0}.cmp-open body>main{display:none}.cmp-details{display:none}",
        (
            "<div id=cmp role=dialog><p>We value your privacy.</p><div class=cmp-details>JUNK</div></div><main><a"
            "rticle><h1>TITLE</h1>[0][1][2][3][4][5]</article></main>"
        ),
    ),
    Skeleton(
        "cookie_wall_hide_body",
        "html.cmp-pending main{visibility:hidden}",
        "<main><article><h1>TITLE</h1>[0][1][2][3][4][5]</article></main>",
        "",
        "class=cmp-pending",
    ),
    Skeleton(
        "cookie_banner_none",
        "#onetrust-consent-sdk{display:none}",
        ("<div id=onetrust-consent-sdk>JUNK</div><main><article><h1>TITLE</h1>[0][1][2][3][4][5]</article></main>"),
    ),
    Skeleton(
        "print_only",
        (
            "@media print{nav,aside,.share{display:none}article p{display:block}}@media screen{.print-only{displa"
            "y:none}}"
        ),
        "<article><h1>TITLE</h1>[0][1][2][3][4][5]<div class=print-only>JUNK</div></article>",
    ),
    Skeleton(
        "print_sheet",
        "",
        "<article><h1>TITLE</h1>[0][1][2][3][4][5]</article>",
        "<style media=print>article p{display:none}</style>",
        "",
    ),
    Skeleton(
        "print_screen_none",
        ".only-print{display:none}@media print{.only-print{display:block}.body{display:none}}",
        ("<article><h1>TITLE</h1><div class=body>[0][1][2][3][4][5]</div><div class=only-print>JUNK</div></article>"),
    ),
    Skeleton(
        "media_mobile_hide",
        (
            "@media only screen and (max-width:599px){.desktop{display:none}}@media (min-width:600px){.mobile{dis"
            "play:none}}"
        ),
        ("<article><h1>TITLE</h1><div class=desktop>[0][1][2][3][4][5]</div><div class=mobile>JUNK</div></article>"),
    ),
    Skeleton(
        "media_desktop_show",
        ".desk{display:none}@media (min-width:1024px){.desk{display:block}.mob{display:none}}",
        "<article><h1>TITLE</h1><div class=mob>JUNK</div><div class=desk>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "media_em",
        ".desk{display:none}@media screen and (min-width:48em){.desk{display:block}}",
        "<article><h1>TITLE</h1>[0][1][2]<div class=desk>[3][4][5]</div></article>",
    ),
    Skeleton(
        "media_range",
        ".desk{display:none}@media (width >= 900px){.desk{display:block}}",
        "<article><h1>TITLE</h1>[0][1][2]<div class=desk>[3][4][5]</div></article>",
    ),
    Skeleton(
        "media_dark",
        "@media (prefers-color-scheme:dark){p{color:#fff}.light{display:none}}",
        "<article><h1>TITLE</h1><div class=light>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "media_and_max",
        "@media (min-width:600px) and (max-width:900px){.body p{display:none}}",
        "<article><h1>TITLE</h1><div class=body>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "accordion_details",
        "",
        ("<article><h1>TITLE</h1>[0][1][2][3]<details open><summary>Background</summary>[4][5]</details></article>"),
    ),
    Skeleton(
        "accordion_checkbox",
        ".acc-body{max-height:0;overflow:hidden}.acc input:checked~.acc-body{max-height:100vh}",
        (
            "<article><h1>TITLE</h1>[0][1][2][3][4][5]<div class=acc><input type=checkbox id=a><label for=a>Shop<"
            "/label><div class=acc-body>JUNK</div></div></article>"
        ),
    ),
    Skeleton(
        "accordion_checked",
        ".acc-body{max-height:0;overflow:hidden}.acc input:checked~.acc-body{max-height:100vh}",
        (
            "<article><h1>TITLE</h1>[0][1][2][3]<div class=acc><input type=checkbox id=a checked><label for=a>Res"
            "t</label><div class=acc-body>[4][5]</div></div></article>"
        ),
    ),
    Skeleton(
        "readmore_closed",
        ".more{display:none}.article.expanded .more{display:block}",
        (
            "<div class='article expanded'><article><h1>TITLE</h1>[0][1]<div class=more>[2][3][4][5]</div></artic"
            "le></div>"
        ),
    ),
    Skeleton(
        "readmore_button",
        ".story__rest{display:none}.story--open .story__rest{display:block}",
        (
            "<article class=story><h1>TITLE</h1>[0][1]<button>Read more</button><div class=story__rest>[2][3][4]["
            "5]</div></article>"
        ),
    ),
    Skeleton(
        "readmore_clamp",
        (
            ".clamp{max-height:300px;overflow:hidden;position:relative}.clamp:after{content:'';position:absolute;"
            "bottom:0}"
        ),
        "<article><h1>TITLE</h1><div class=clamp>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "readmore_half",
        ".rest{display:none}",
        ("<article><h1>TITLE</h1>[0][1][2]<div class=rest>[3][4][5]</div><button>Continue reading</button></article>"),
    ),
    Skeleton(
        "tabs_css",
        ".panel{display:none}.panel:target{display:block}.panel--first{display:block}",
        (
            "<article><h1>TITLE</h1><div class='panel panel--first'>[0][1][2][3][4][5]</div><div class=panel id=t"
            "wo>JUNK</div></article>"
        ),
    ),
    Skeleton(
        "tabs_aria",
        "[role=tabpanel][aria-hidden=true]{display:none}",
        (
            "<article><h1>TITLE</h1><div role=tabpanel aria-hidden=false>[0][1][2][3][4][5]</div><div role=tabpan"
            "el aria-hidden=true>JUNK</div></article>"
        ),
    ),
    Skeleton(
        "modal",
        ".modal{display:none;position:fixed}.modal.open{display:block}.modal-open main{overflow:hidden}",
        "<div class=modal>JUNK</div><main><article><h1>TITLE</h1>[0][1][2][3][4][5]</article></main>",
    ),
    Skeleton(
        "ad_slots",
        ".ad-slot{min-height:250px}.ad-slot:not(.filled){display:none}.article p+.ad-slot{margin:0}",
        "<article class=article><h1>TITLE</h1>[0][1]<div class=ad-slot>JUNK</div>[2][3][4][5]</article>",
    ),
    Skeleton(
        "newsletter_box",
        ".newsletter form .hp{position:absolute;left:-5000px}.newsletter[data-shown='0']{display:none}",
        "<article><h1>TITLE</h1>[0][1][2]<div class=newsletter data-shown=0>JUNK</div>[3][4][5]</article>",
    ),
    Skeleton(
        "css_vars_import",
        (
            "@import url('x.css');:root{--d:none}@font-face{font-family:x;src:url(x)}@supports not (display:grid)"
            "{.g p{display:none}}.g{display:grid}"
        ),
        "<article><h1>TITLE</h1><div class=g>[0][1][2][3][4][5]</div></article>",
    ),
    Skeleton(
        "nested_css",
        ".story{color:#111;& .promo{display:none}& p{margin:0}}",
        "<article class=story><h1>TITLE</h1>[0][1][2]<div class=promo>JUNK</div>[3][4][5]</article>",
    ),
    Skeleton(
        "container_q",
        "@container (max-width:400px){.body p{display:none}}@layer base,util;@layer util{.hid{display:none}}",
        "<article><h1>TITLE</h1><div class=body>[0][1][2][3][4][5]</div><div class=hid>JUNK</div></article>",
    ),
    Skeleton(
        "white_on_photo",
        ".hero{background:url(x.jpg);color:#fff}.hero p{color:white}",
        "<article><div class=hero><h1>TITLE</h1>[0]</div>[1][2][3][4][5]</article>",
    ),
    Skeleton(
        "has_sel",
        "main:has(.locked) p{display:none}.card:has(>img) .t{display:none}",
        "<main><article><h1>TITLE</h1>[0][1][2][3][4][5]</article></main>",
    ),
    Skeleton(
        "sibling_hide",
        ".article-body h2.rel,.article-body h2.rel~ul{display:none}",
        (
            "<article><h1>TITLE</h1><div class=article-body>[0][1][2][3][4][5]<h2 class=rel>Related</h2><ul><li>J"
            "UNK Mugs in town are sold out</li></ul></div></article>"
        ),
    ),
    Skeleton(
        "noscript_copy",
        ".no-js .app{display:none}",
        "<div class=app><article><h1>TITLE</h1>[0][1][2][3][4][5]</article></div><noscript>JUNK</noscript>",
        "",
        "class='no-js'",
    ),
)
