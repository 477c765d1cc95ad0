import { printing } from './theme';

const waiting = new Map<Element, () => void>();
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) now(entry.target);
}, { rootMargin: '400px 0px' });

function now(element: Element): void {
  const draw = waiting.get(element);
  if (draw === undefined) return;
  waiting.delete(element);
  observer.unobserve(element);
  draw();
}

/** Draws when the element comes near the window, or when the page is printed: a long page with a thousand charts opens at once. */
export function lazily(element: Element, draw: () => void): void {
  waiting.set(element, draw);
  observer.observe(element);
}

printing.follow((is) => {
  if (is) for (const element of [...waiting.keys()]) now(element);
});
