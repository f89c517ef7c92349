/* What makes the pages handier and is nowhere needed: keys, dropping files, progress without looking again. */
"use strict";
(() => {
  const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent !== null);
  const inField = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  let current = null;
  let going = false;

  const choose = (item) => {
    if (current) current.classList.remove("chosen");
    current = item;
    item.classList.add("chosen");
    const link = item.querySelector("a, summary, button");
    if (link) link.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  const step = (by) => {
    const all = items();
    if (!all.length) return;
    const at = current ? all.indexOf(current) : by > 0 ? -1 : all.length;
    choose(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  };

  const places = { s: "/stories", n: "/news", i: "/intake", j: "/judgements" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || inField(event.target)) return;
    if (going) {
      going = false;
      if (places[event.key]) location.assign(places[event.key]);
      return;
    }
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "g") { going = true; setTimeout(() => { going = false; }, 1500); }
    else if (event.key === "?") location.assign("/help");
    else if (event.key === "/") {
      const field = document.querySelector("[data-find]") || document.getElementById("find");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    }
  });

  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const says = drop.querySelector("[data-drop-says]");
    const tell = () => {
      const files = [...field.files];
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const files_word = files.length === 1 ? "file" : "files";
      says.textContent = files.length ? `${files.length} ${files_word}, ${(size / 1e6).toFixed(1)} MB` : "Or drop them here.";
    };
    tell();
    field.addEventListener("change", tell);
    const over = (event) => { event.preventDefault(); drop.classList.add("over"); };
    drop.addEventListener("dragenter", over);
    drop.addEventListener("dragover", over);
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) { field.files = event.dataTransfer.files; tell(); }
    });
  }

  const job = document.querySelector("[data-job]");
  if (job) {
    const stage = job.querySelector("[data-stage]");
    const bar = job.querySelector("progress");
    const look = async () => {
      try {
        const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } });
        if (answer.ok) {
          const now = (await answer.json()).job;
          if (now.state === "done" || now.state === "failed") { location.reload(); return; }
          if (now.state === "running") {
            const word = now.stage || "beginning";
            stage.textContent = word[0].toUpperCase() + word.slice(1) + (now.total ? `: ${now.done} of ${now.total}` : "");
            bar.max = now.total || 1;
            bar.value = now.done;
          }
        }
      } catch { /* the program may be restarting: look again later */ }
      setTimeout(look, 1000);
    };
    setTimeout(look, 500);
  }
})();
