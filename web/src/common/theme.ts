import { h } from './dom';
import { Signal } from './signal';

/**
 * Light or dark: by the system's wish until the button says otherwise, and always light on paper. The colours themselves stand in colours.css;
 * what draws on a canvas reads them from there, and again when `theme` changes.
 */
export const theme = new Signal<'light' | 'dark'>('light');
export const printing = new Signal(false);

const system = matchMedia('(prefers-color-scheme: dark)');
let wish: 'light' | 'dark' | null = null;

function settle(): void {
  const now = printing.value ? 'light' : wish ?? (system.matches ? 'dark' : 'light');
  document.documentElement.dataset['theme'] = now;
  theme.value = now;
}

export function startTheme(): void {
  settle();
  printing.follow(settle);
  system.addEventListener('change', settle);
  const paper = matchMedia('print');
  paper.addEventListener('change', () => { printing.value = paper.matches; });
  addEventListener('beforeprint', () => { printing.value = true; });
  addEventListener('afterprint', () => { printing.value = false; });
}

/** The button that changes between light and dark. */
export function themeButton(): HTMLElement {
  const button = h('button', { type: 'button', class: 'quiet', onclick: () => { wish = theme.value === 'dark' ? 'light' : 'dark'; settle(); } });
  theme.follow((value) => { button.textContent = value === 'dark' ? 'Light' : 'Dark'; button.title = `Show the page ${value === 'dark' ? 'light' : 'dark'}`; }, true);
  return button;
}

/** The value of a colour of colours.css, such as `text` for `--text`. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
