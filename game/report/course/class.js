"use strict";
{
  const rows = document.getElementById("rows");
  const tools = document.querySelector("form.tools");
  if (rows && tools) {
    const all = [...rows.children];
    const value = (id) => document.getElementById(id)?.value ?? "";
    const found = document.getElementById("found");
    const filter = () => {
      const parts = value("find").toLowerCase().split(/\s+/).filter(Boolean);
      const group = value("group"), state = value("state");
      let count = 0;
      for (const row of all) {
        const data = row.dataset;
        const fits = parts.every((part) => data.find.includes(part))
          && (!group || data.group === group) && (!state || data.state === state);
        row.hidden = !fits;
        count += fits;
      }
      found.textContent = found.dataset.told.replace("%f", count).replace("%a", all.length);
    };
    tools.hidden = false;
    tools.addEventListener("input", filter);
    tools.addEventListener("submit", (event) => event.preventDefault());
    const order = { passed: 2, open: 1, failed: 0 };
    const named = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const compare = (name) => (one, two) => {
      const a = one.dataset[name], b = two.dataset[name];
      if (name === "name" || name === "group") return named.compare(a, b);
      if (name === "state") return order[b] - order[a];
      return Number(b) - Number(a);
    };
    for (const head of document.querySelectorAll(".heads [data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "descending";
        const sorted = [...all].sort(compare(head.dataset.sort));
        if (down) sorted.reverse();
        for (const other of document.querySelectorAll(".heads [aria-sort]")) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "ascending" : "descending");
        rows.replaceChildren(...sorted);
      });
    }
    filter();
  }
}
