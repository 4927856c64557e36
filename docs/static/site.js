// The site by keyboard: what scrolls sideways can be reached, and so can the two menus of a narrow window.
"use strict";

function reachWhatScrolls() {
  for (const box of document.querySelectorAll("article pre, article .table-wrapper, article .text_html")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
    } else {
      box.removeAttribute("tabindex");
    }
  }
}

function reachMenus() {
  const names = { __navigation: "All pages", __toc: "On this page" };
  for (const label of document.querySelectorAll(".nav-overlay-icon, .toc-overlay-icon")) {
    const box = document.getElementById(label.htmlFor);
    const tell = () => label.setAttribute("aria-expanded", String(box.checked));
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", names[label.htmlFor]);
    label.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        box.click();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.checked) {
        box.click();
        label.focus();
      }
    });
    box.addEventListener("change", tell);
    tell();
  }
}

document.addEventListener("DOMContentLoaded", () => {
  reachWhatScrolls();
  reachMenus();
});
window.addEventListener("resize", reachWhatScrolls);
document.addEventListener("toggle", reachWhatScrolls, true);
