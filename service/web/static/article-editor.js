// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in the editor of an article a few seconds after the last key. It may fail: nothing depends on it.
'use strict';
(() => {
  const form = document.querySelector('form[data-keep]');
  const status = document.getElementById('kept');
  if (!form || !status) return;
  const pause = 3000;
  let waiting = 0;
  const keep = async () => {
    let answer;
    try {
      answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    } catch {
      answer = { ok: false };
    }
    status.textContent = answer.ok ? status.dataset.kept : status.dataset.notKept;
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, pause);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
})();
