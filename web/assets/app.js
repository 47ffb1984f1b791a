// Makes forms friendlier. Everything works without it.
(() => {
  "use strict";

  const focusFirst = document.querySelector("[data-focus]");
  if (focusFirst) focusFirst.focus();

  let changed = false;
  let leaving = false;

  document.querySelectorAll("form[data-guard]").forEach((form) => {
    form.addEventListener("input", () => {
      changed = true;
    });
  });

  window.addEventListener("beforeunload", (event) => {
    if (!changed || leaving) return;
    event.preventDefault();
    event.returnValue = "";
  });

  document.querySelectorAll("form").forEach((form) => {
    form.addEventListener("submit", (event) => {
      const question = form.getAttribute("data-confirm");
      if (form.hasAttribute("data-sent")) {
        event.preventDefault();
        return;
      }
      if (question && !window.confirm(question)) {
        event.preventDefault();
        return;
      }
      leaving = true;
      if (form.method !== "post") return;
      form.setAttribute("data-sent", "");
      const button = form.querySelector("button[type=submit]");
      if (button) {
        button.setAttribute("aria-disabled", "true");
        const words = button.getAttribute("data-busy");
        if (words) button.textContent = words;
      }
    });
  });

  // A page taken back from the browser's memory can be sent again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leaving = false;
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      form.removeAttribute("data-sent");
    });
  });

  document.querySelectorAll("textarea[maxlength]").forEach((area) => {
    const note = document.getElementById(area.id + "-count");
    if (!note) return;
    const show = () => {
      note.textContent = "已写 " + area.value.length + " 字，最多 " + area.maxLength + " 字";
    };
    area.addEventListener("input", show);
    show();
  });

  document.querySelectorAll("input[type=file][data-limit]").forEach((input) => {
    const note = document.getElementById(input.id + "-size");
    const limit = Number(input.getAttribute("data-limit"));
    input.addEventListener("change", () => {
      const files = Array.prototype.slice.call(input.files || []);
      const heavy = files.filter((file) => file.size > limit);
      input.setCustomValidity(heavy.length > 0 ? "文件超过大小限制，请压缩或分开上传" : "");
      if (note) {
        note.textContent = files
          .map((file) => file.name + "（" + Math.ceil(file.size / 1024) + " KB）")
          .join("、");
      }
    });
  });

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
