// The site by keyboard: what scrolls sideways can be reached, and so can the menus of a narrow window.
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

// The theme opens a menu with the label of a hidden box, which no key reaches: a button does what the label does.
function makeButtons() {
  const names = { __navigation: "All pages", __toc: "On this page" };
  for (const label of document.querySelectorAll("label.nav-overlay-icon, label.toc-overlay-icon")) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    button.type = "button";
    button.className = label.className;
    button.setAttribute("aria-label", names[box.id]);
    button.append(...label.childNodes);
    button.addEventListener("click", () => box.click());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.checked && button.checkVisibility()) {
        box.click();
        button.focus();
      }
    });
    box.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  reachWhatScrolls();
  makeButtons();
});
window.addEventListener("resize", reachWhatScrolls);
document.addEventListener("toggle", reachWhatScrolls, true);
