// Compares a file on this device with the one that was issued. The file stays on the device.
import { place } from './page.js';
import { say } from './words.js';

const file = place('file');
const status = place('status');

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

async function compare() {
  const chosen = file.files[0];
  if (!chosen) return;
  status.className = 'told';
  status.textContent = say('verifyComparing');
  if (!globalThis.crypto?.subtle) {
    status.textContent = say('verifyCannot');
    return;
  }
  try {
    const same = hex(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer())) === file.dataset.hash;
    status.className = same ? 'told valid' : 'told withdrawn';
    status.textContent = say(same ? 'verifySame' : 'verifyDiffers');
  } catch {
    status.textContent = say('verifyCannot');
  }
}

file.addEventListener('change', compare);
