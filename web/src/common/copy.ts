import { h } from './dom';

/** A command to be run in a shell, with a button that copies it. */
export function command(text: string, label = 'Copy the command'): HTMLElement {
  const said = h('span', { class: 'said', role: 'status' });
  const button = h('button', { type: 'button', title: label, 'aria-label': label, onclick: () => void copy(text, said) }, 'Copy');
  return h('div', { class: 'command' }, h('code', { tabindex: 0, role: 'textbox', 'aria-readonly': 'true', 'aria-label': 'Command' }, text), button, said);
}

/** The button alone, for a row of a table. */
export function copyButton(text: string, label: string): HTMLElement {
  const said = h('span', { class: 'said', role: 'status' });
  return h('span', { class: 'nowrap' }, h('button', { type: 'button', class: 'quiet', title: text, 'aria-label': label, onclick: () => void copy(text, said) }, 'Copy'), said);
}

async function copy(text: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page opened from a disk may not have the clipboard's API; what is selected can be copied all the same.
    const area = h('textarea', {}, text);
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  said.textContent = ' copied';
  setTimeout(() => { said.textContent = ''; }, 2000);
}

/** A word as a shell reads it as one word. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
