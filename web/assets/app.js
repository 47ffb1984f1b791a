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
      const preview = event.submitter && event.submitter.hasAttribute("data-preview");
      const question = preview ? null : form.getAttribute("data-confirm");
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
      const button = preview ? event.submitter : form.querySelector("button[type=submit]");
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
      const chosen = files.map((file) => file.name + "（" + Math.ceil(file.size / 1024) + " KB）");
      const warning = heavy.length > 0 ? "。有文件超过大小限制，请压缩或者分开上传" : "";
      if (note) note.textContent = chosen.join("、") + warning;
    });
  });

  // Asks quietly whether an act that was kept has been ruled on, and goes to what came of it.
  const ASK_EVERY_MS = 2000;
  const askOutcome = () => {
    window
      .fetch(window.location.href, { credentials: "same-origin" })
      .then((answer) => {
        if (answer.status === 202) window.setTimeout(askOutcome, ASK_EVERY_MS);
        else if (answer.redirected) window.location.assign(answer.url);
        else window.location.reload();
      })
      .catch(() => {
        window.setTimeout(askOutcome, ASK_EVERY_MS);
      });
  };
  if (document.querySelector("[data-await-outcome]")) {
    window.setTimeout(askOutcome, ASK_EVERY_MS);
  }

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
