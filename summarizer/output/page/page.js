"use strict";
// The page is whole without this script. It adds: both ends of a link seen at once, chips, search and keys, and the
// index of many articles. It makes no request and writes HTML of our own making alone.
(() => {
  const LAYERS = { c: "on", w: "on-who", q: "on-cue", x: "on", s: "on" };
  const GROUPS = { state: "Look at", stance: "How", source: "Source", kind: "Kind", mode: "Words" };
  const STATES = { doubted: "doubted", unsure: "low confidence", missed: "missed", rejected: "rejected" };
  const KEYS = [["j, k", "next and previous"], ["n", "next doubt"], ["/", "search"], ["c", "copy the citation"],
    ["Enter", "from a claim to its words"], ["Esc", "clear the search and the chips"], ["?", "this help"]];
  const FIRST_ROWS = 100;
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 56rem)");
  let current = null;
  document.documentElement.classList.add("js");

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // One tab stop for a row of things: arrow keys go from one to the next.
  function rove(group, selector) {
    const members = () => all(group, selector).filter((one) => one.checkVisibility());
    all(group, selector).forEach((one, place) => { one.tabIndex = place ? -1 : 0; });
    group.addEventListener("focusin", (event) => {
      const target = event.target.closest(selector);
      if (target) all(group, selector).forEach((one) => { one.tabIndex = one === target ? 0 : -1; });
    });
    group.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const list = members(), at = list.indexOf(event.target.closest(selector));
      if (!step || at < 0) return;
      event.preventDefault();
      list[(at + step + list.length) % list.length].focus();
    });
  }

  class Reading {
    constructor(article) {
      this.article = article;
      this.items = all(article, ".item");
      [this.reading, this.finding] = all(article, ".pane");
      this.text = article.querySelector(".text");
      this.chosen = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, new Set()]));
      this.item = null;
      all(article, ".text a, .item a").forEach((link) => { link.tabIndex = -1; });
      this.buildTools();
      this.buildPeek();
      this.listen();
      this.filter();
      if (this.items.length) this.stop(this.items[0]);
    }

    buildTools() {
      const tools = this.article.querySelector(".tools");
      this.search = make("input", { type: "search", placeholder: "Search the claims", "aria-label": "Search the claims" });
      const help = make("button", { type: "button", class: "chip", "aria-label": "Help: keys" }, "?");
      help.addEventListener("click", showHelp);
      this.more = make("details", {}, make("summary", {}, "Filter by source, stance, kind and wording"));
      this.status = make("p", { class: "status", role: "status" });
      tools.append(make("div", { class: "row" }, this.search, help));
      this.chips = [];
      for (const [group, name] of Object.entries(GROUPS)) {
        const row = this.chipRow(group, name);
        if (row) (group === "state" ? tools : this.more).append(row);
      }
      tools.append(this.more, this.status);
      this.search.addEventListener("input", () => this.filter());
      const table = this.article.querySelector(".sources");
      if (table) this.buildSources(table);
    }

    chipRow(group, name) {
      const values = new Set(this.items.flatMap((item) => (item.dataset[group] || "").split(group === "state" ? " " : "\n")));
      values.delete("");
      if (!values.size) return null;
      const row = make("div", { class: "chips", role: "group", "aria-label": name }, make("span", { class: "name" }, name));
      const often = (value) => this.items.filter((item) => item.dataset[group] === value).length;
      const order = group === "state" ? Object.keys(STATES).filter((one) => values.has(one))
        : [...values].sort((one, other) => often(other) - often(one));
      for (const value of order) {
        const count = make("b");
        const label = make("bdi", {}, STATES[value] || value);
        const chip = make("button", { type: "button", class: "chip", "aria-pressed": "false" }, label, " ", count);
        chip.addEventListener("click", () => this.toggle(group, value));
        this.chips.push({ chip, count, group, value });
        row.append(chip);
      }
      rove(row, ".chip");
      return row;
    }

    buildSources(table) {
      rove(table, ".source");
      table.addEventListener("click", (event) => {
        const button = event.target.closest(".source");
        if (button) this.toggle("source", button.dataset.v);
      });
      const rest = all(table, ".rest").length;
      if (!rest) return;
      const more = make("button", { type: "button", class: "link more", "aria-expanded": "false" }, `and ${rest} more`);
      more.addEventListener("click", () => {
        const isOpen = table.classList.toggle("all");
        more.setAttribute("aria-expanded", isOpen);
        more.textContent = isOpen ? "fewer sources" : `and ${rest} more`;
      });
      table.after(more);
    }

    buildPeek() {
      this.peek = make("aside", { class: "peek", "aria-label": "The claim" });
      this.article.append(this.peek);
    }

    listen() {
      this.article.addEventListener("click", (event) => this.click(event));
      for (const kind of ["mouseover", "mouseout"]) {
        this.article.addEventListener(kind, (event) => this.hover(event.target, kind === "mouseover"));
      }
      this.finding.addEventListener("focusin", (event) => {
        if (event.target.matches(".item") && event.target !== this.item) this.show(event.target, "words");
      });
    }

    click(event) {
      if (event.target.closest(".copy, .tools, .source, .more, .peek, summary")) return;
      const line = event.target.closest(".line");
      const mark = event.target.closest(".text [data-c], .text [data-x]");
      const item = event.target.closest(".item");
      const away = event.target.closest("a[target], a[rel]");
      if (away || event.ctrlKey || event.metaKey || String(getSelection())) return;
      const hit = line || mark || item;
      if (!hit) return;
      if (event.target.closest("a:not(.no)")) event.preventDefault();
      if (line) this.showLine(line);
      else if (mark) this.showMark(mark, event.target.closest("sup a"));
      else { item.focus({ preventScroll: true }); this.show(item, "words"); }
    }

    // The items that a stretch of the text belongs to.
    itemsOf(mark) {
      const numbers = (name) => (mark.dataset[name] || "").split(" ").filter(Boolean);
      return this.items.filter((item) => numbers("c").includes(item.dataset.c) || numbers("x").includes(item.dataset.x));
    }

    showMark(mark) {
      const items = this.itemsOf(mark);
      // Another click on words of several claims goes on to the next claim.
      const next = items[(items.indexOf(this.item) + 1) % items.length];
      if (!next) return;
      if (next.hidden) this.clear();
      this.show(next, "item", mark);
      if (wide.matches) next.focus({ preventScroll: true });
    }

    showLine(line) {
      this.unlight();
      this.item = null;
      line.classList.add("on");
      const passages = all(this.text, `[data-s~="${line.dataset.s}"]`);
      passages.forEach((one) => one.classList.add("on"));
      if (passages.length) this.bring(this.reading, passages[0], line);
    }

    // Lights an item with its words, speaker and cue, and brings the other end beside the one that was pointed at.
    show(item, moved, mark = null) {
      this.unlight();
      this.item = item;
      item.classList.add("on");
      this.stop(item);
      const parts = this.partsOf(item);
      parts.forEach(([one, lit]) => one.classList.add(lit));
      const words = parts.map(([one]) => one).find((one) => one.matches("[data-c], [data-x]"));
      if (moved === "words" && words) this.bring(this.reading, words, item);
      if (moved === "item") this.bring(this.finding, item, mark || words);
      if (moved === "both") { this.bring(this.finding, item, null); if (words) this.bring(this.reading, words, item); }
      this.fillPeek();
    }

    partsOf(item) {
      const { c, x } = item.dataset;
      const find = (layer, number) => all(this.text, `[data-${layer}~="${number}"]`).map((one) => [one, LAYERS[layer]]);
      return c ? [...find("c", c), ...find("w", c), ...find("q", c)] : x ? find("x", x) : [];
    }

    // Scrolls a pane so that an element stands at the height of another one, and is seen whole where it fits.
    bring(pane, element, beside) {
      if (!wide.matches) {
        if (pane === this.reading || !this.peek) element.scrollIntoView({ block: "center" });
        return;
      }
      const frame = pane.getBoundingClientRect(), box = element.getBoundingClientRect();
      const tools = pane === this.finding ? pane.querySelector(".tools").offsetHeight : 0;
      const top = frame.top + tools + 12, bottom = Math.max(top, frame.bottom - box.height - 12);
      const wanted = beside ? beside.getBoundingClientRect().top : (top + bottom) / 3;
      pane.scrollBy(0, box.top - Math.min(Math.max(wanted, top), bottom));
    }

    unlight() {
      all(this.article, ".on, .on-who, .on-cue").forEach((one) => one.classList.remove("on", "on-who", "on-cue"));
    }

    hover(target, isOver) {
      all(this.article, ".hi").forEach((one) => one.classList.remove("hi"));
      const mark = target.closest(".text [data-c], .text [data-x]"), item = target.closest(".items .item");
      if (!isOver || !(mark || item)) return;
      for (const one of item ? [item] : this.itemsOf(mark)) {
        if (mark) one.classList.add("hi");
        this.partsOf(one).forEach(([part]) => part.classList.add("hi"));
      }
    }

    // The one item that the tab key stops at, with its controls.
    stop(item) {
      for (const one of this.items) one.tabIndex = one === item ? 0 : -1;
      this.article.querySelector(".items .copy")?.remove();
      if (item.dataset.c) item.prepend(this.copyButton(item));
    }

    copyButton(item) {
      const button = make("button", { type: "button", class: "copy" }, "copy citation");
      button.addEventListener("click", () => copy(this.citation(item)).then(() => { button.textContent = "copied"; }));
      return button;
    }

    citation(item) {
      const words = all(item, "blockquote").map((one) => one.textContent.trim()).join(" […] ");
      const quoted = /^[“"„«‘']/.test(words) ? words : `“${words}”`;
      const role = item.querySelector(".role").textContent;
      const here = location.protocol.startsWith("http") ? location.href.split("#")[0] + "#" + item.id : "";
      const from = [this.article.dataset.cite, this.article.dataset.link || here].filter(Boolean).join(". ");
      return `${quoted} (${item.dataset.source}${role}). ${from}`;
    }

    // For a small screen: the claim stands over the lower edge, while the article shows its words.
    fillPeek() {
      const tone = [...(this.item?.classList ?? [])].filter((name) => name.startsWith("t-"));
      this.peek.className = ["peek", ...(this.item ? ["open"] : []), ...tone].join(" ");
      if (!this.item) return;
      const shown = this.item.cloneNode(true);
      shown.removeAttribute("id");
      all(shown, ".copy").forEach((one) => one.remove());
      const button = (name, label, act) => {
        const made = make("button", { type: "button", "aria-label": label }, name);
        made.addEventListener("click", act);
        return made;
      };
      const close = () => { this.item = null; this.unlight(); this.fillPeek(); };
      const row = make("div", { class: "row" }, button("↑", "Previous claim", () => this.step(-1)),
        button("↓", "Next claim", () => this.step(1)), button("×", "Close", close));
      if (shown.dataset.c) row.prepend(this.copyButton(this.item));
      this.peek.replaceChildren(row, ...shown.childNodes);
    }

    toggle(group, value) {
      const chosen = this.chosen[group];
      if (!chosen.delete(value)) chosen.add(value);
      this.filter();
      this.showTools();
    }

    // What was filtered is seen at once, below the chips.
    showTools() {
      if (!wide.matches) return;
      const tools = this.article.querySelector(".tools");
      tools.style.position = "static";
      this.finding.scrollTo(0, tools.offsetTop - this.finding.offsetTop);
      tools.style.position = "";
    }

    clear() {
      this.search.value = "";
      Object.values(this.chosen).forEach((one) => one.clear());
      this.filter();
    }

    // Whether an item is shown; `besides` leaves one group of chips out of account, to count what each of its chips gives.
    fits(item, besides = "") {
      for (const [group, chosen] of Object.entries(this.chosen)) {
        if (group === besides || !chosen.size) continue;
        const has = group === "state" ? (item.dataset.state || "").split(" ") : [item.dataset[group]];
        if (!has.some((value) => chosen.has(value))) return false;
      }
      const sought = plain(this.search.value).split(/\s+/).filter(Boolean);
      if (sought.length) item.sought ??= plain(item.textContent);
      return sought.every((word) => item.sought.includes(word));
    }

    filter() {
      let shown = 0;
      for (const item of this.items) {
        item.hidden = !this.fits(item);
        if (!item.hidden) shown += 1;
      }
      for (const { chip, count, group, value } of this.chips) {
        const has = (item) => (group === "state" ? (item.dataset.state || "").split(" ").includes(value) : item.dataset[group] === value);
        count.textContent = this.items.filter((item) => has(item) && this.fits(item, group)).length;
        chip.setAttribute("aria-pressed", this.chosen[group].has(value));
      }
      for (const button of all(this.article, ".source")) button.setAttribute("aria-pressed", this.chosen.source.has(button.dataset.v));
      for (const list of all(this.article, ".items")) {
        const isEmpty = !list.querySelector(".item:not([hidden])");
        list.previousElementSibling.hidden = isEmpty && list.children.length > 0;
      }
      this.dim();
      const isAll = shown === this.items.length;
      this.status.textContent = isAll ? "" : `${shown} of ${this.items.length} shown. Esc shows all.`;
      const first = this.items.find((item) => !item.hidden);
      if (first && (!this.item || this.item.hidden)) this.stop(first);
    }

    dim() {
      const hidden = new Set(this.items.filter((item) => item.hidden).map((item) => item.dataset.c || `x${item.dataset.x}`));
      for (const mark of all(this.text, "[data-c]")) {
        mark.classList.toggle("dim", mark.dataset.c.split(" ").every((number) => hidden.has(number)));
      }
    }

    step(by, wanted = () => true) {
      const list = this.items.filter((item) => !item.hidden);
      if (!list.length) return;
      const start = this.item ? list.indexOf(this.item) : by > 0 ? -1 : 0;
      for (let turn = 1; turn <= list.length; turn += 1) {
        const next = list[(start + by * turn + list.length * 2) % list.length];
        if (!wanted(next)) continue;
        next.focus({ preventScroll: true });
        this.show(next, "both");
        return;
      }
      this.status.textContent = "Nothing here is doubted.";
    }

    key(name) {
      if (name === "j") this.step(1);
      else if (name === "k") this.step(-1);
      else if (name === "n") this.step(1, (item) => /doubted|unsure/.test(item.dataset.state));
      else if (name === "c" && this.item?.dataset.c) copy(this.citation(this.item)).then(() => { this.status.textContent = "Citation copied."; });
      else if (name === "Escape") this.clear();
      else return false;
      return true;
    }
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", { "aria-hidden": "true" });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  function showHelp() {
    let dialog = document.querySelector("dialog");
    if (!dialog) {
      const list = make("dl", {}, ...KEYS.flatMap(([key, about]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, about)]));
      const close = make("button", { type: "submit", class: "chip" }, "Close");
      const sure = make("p", { class: "meta" }, "“78% sure” says how often claims like this one were right on news that people annotated: somebody says this, and it is who is named.");
      const form = make("form", { method: "dialog" }, make("h2", { id: "keys" }, "Keys"), list, sure, close);
      dialog = make("dialog", { "aria-labelledby": "keys" }, form);
      close.addEventListener("click", (event) => { event.preventDefault(); dialog.close(); });
      document.body.append(dialog);
    }
    if (!dialog.open) dialog.showModal();
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const isTyping = event.target.matches("input, textarea, select");
    if (isTyping && event.key !== "Escape") return;
    if (event.key === "?") showHelp();
    else if (event.key === "/") all(document, ".tools input").find((one) => one.offsetParent)?.focus();
    else if (event.key === "Enter" && event.target.matches(".item")) current?.show(event.target, "words");
    else if (!current?.key(event.key)) return;
    event.preventDefault();
  }

  class Index {
    constructor(section) {
      this.section = section;
      this.opened = document.querySelector(".opened");
      this.body = section.querySelector("tbody");
      this.rows = all(this.body, "tr");
      this.status = section.querySelector(".status");
      this.search = make("input", { type: "search", placeholder: "Search titles, outlets, sources and claims", "aria-label": "Search the articles" });
      section.querySelector(".tools").append(make("div", { class: "row" }, this.search));
      this.search.addEventListener("input", () => { this.limit = FIRST_ROWS; this.filter(); });
      all(section, "th[data-sort]").forEach((head, place) => this.sortable(head, place));
      this.limit = FIRST_ROWS;
      this.growing(section);
      for (const place of [1, 2]) {
        const isEmpty = this.rows.every((row) => !row.cells[place].textContent);
        section.querySelector("table").classList.toggle(`no-${place + 1}`, isEmpty);
      }
      this.filter();
    }

    // A thousand rows take a browser half a second to lay out: more come when the end is near, and all in print.
    growing(section) {
      const end = make("div");
      section.append(end);
      const grow = (to) => { if (this.limit < this.rows.length) { this.limit = to; this.filter(); } };
      new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) grow(this.limit + FIRST_ROWS); },
        { rootMargin: "600px" }).observe(end);
      addEventListener("beforeprint", () => grow(Infinity));
    }

    sortable(head, place) {
      const button = make("button", { type: "button" }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const isNumber = head.dataset.sort === "number";
        const isDown = head.ariaSort ? head.ariaSort === "ascending" : isNumber;
        all(this.section, "th[data-sort]").forEach((one) => { one.ariaSort = null; });
        head.ariaSort = isDown ? "descending" : "ascending";
        const of = new Map(this.rows.map((row) => [row, isNumber ? Number(row.cells[place].textContent) : row.cells[place].textContent]));
        const order = new Intl.Collator();
        const sign = isDown ? -1 : 1;
        this.rows.sort((one, other) => sign * (isNumber ? of.get(one) - of.get(other) : order.compare(of.get(one), of.get(other))));
        this.limit = FIRST_ROWS;
        this.filter();
        this.body.append(...this.rows);
      });
    }

    // Read when somebody searches, and not before: what is said in all articles, in the letters that `plain` leaves.
    words(row) {
      row.sought ??= document.getElementById(row.dataset.words)?.textContent ?? "";
      return row.sought;
    }

    filter() {
      const sought = plain(this.search.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of this.rows) {
        const fits = sought.every((word) => this.words(row).includes(word));
        if (fits) shown += 1;
        const isShown = fits && shown <= this.limit;
        if (row.hidden === isShown) row.hidden = !isShown;
      }
      this.say(shown);
    }

    say(shown) {
      const total = this.rows.length;
      this.status.textContent = shown === total ? `${total} articles` : `${shown} of ${total} articles`;
    }

    // Shows the article that the address names, or the index when it names none.
    async open(name) {
      const key = name.split("-")[0];
      const packed = key && document.getElementById(`${key}-z`);
      if (!packed) { this.close(); return; }
      if (this.opened.firstElementChild?.id !== key) {
        const holder = document.createElement("template");
        holder.innerHTML = await unpacked(packed.textContent);
        this.opened.replaceChildren(holder.content);
        this.section.hidden = true;
        current = new Reading(this.opened.firstElementChild);
        scrollTo(0, 0);
      }
    }

    close() {
      this.opened.replaceChildren();
      this.section.hidden = false;
      current = null;
    }
  }

  function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).text();
  }

  // #KEY is an article, #KEY-c3 its third claim, #KEY-x1 a missed statement.
  async function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (index) await index.open(name);
    const item = name ? document.getElementById(name) : null;
    if (current && item?.matches(".item")) {
      if (item.hidden) current.clear();
      current.show(item, "both");
    }
  }

  const section = document.querySelector(".index"), article = document.querySelector(".report");
  const index = section && new Index(section);
  if (article) current = new Reading(article);
  addEventListener("hashchange", follow);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", () => all(document, ".report .short details").forEach((one) => { one.open = true; }));
  follow();
})();
