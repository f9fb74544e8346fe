// Looks at the size before a file travels, says that work goes on, and renews the page while it does. Without this file everything works, told later.
for (const form of document.querySelectorAll('form.form-page')) {
  form.addEventListener('submit', event => {
    const file = form.querySelector('input[type=file]')?.files[0];
    const wrong = form.querySelector('#file-wrong');
    if (file && file.size > Number(form.dataset.most) * 1024 * 1024) {
      event.preventDefault();
      wrong.textContent = form.dataset.toolarge;
      form.querySelector('input[type=file]').focus();
      return;
    }
    if (wrong) wrong.textContent = '';
    const busy = form.querySelector('[data-busy]');
    busy.textContent = busy.dataset.busy;
    // A second press would hand it in twice; the browser's way back makes it fresh again.
    const button = form.querySelector('button[type=submit]');
    setTimeout(() => { button.disabled = true; });
    addEventListener('pageshow', () => { button.disabled = false; busy.textContent = ''; });
  });
}

document.getElementById('report')?.focus();

// Somebody who writes is not disturbed.
if (document.querySelector('[data-applying]')) {
  let written = false;
  addEventListener('input', () => { written = true; });
  setTimeout(() => { if (!written) location.reload(); }, 2000);
}
