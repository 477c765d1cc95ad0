import type { Plugin } from 'vite';

const script = /<script[^>]*\bsrc="\.\/([^"]+)"[^>]*><\/script>\s*/;
const style = /<link[^>]*rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>\s*/;

/**
 * Puts the page's script and style into the page itself, so that it is one file which opens from a disk. The script goes to the end of the body:
 * scripts in a page are not deferred. Replacements are functions, since `$` has a meaning in the texts of replacements.
 */
export function inline(): Plugin {
  return {
    name: 'inline',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const page of Object.values(bundle)) {
        if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
        let text = String(page.source);
        const take = (pattern: RegExp): string => {
          const name = pattern.exec(text)?.[1];
          const part = name === undefined ? undefined : bundle[name];
          if (name === undefined || part === undefined) throw new Error(`${page.fileName} names nothing that ${pattern} finds`);
          text = text.replace(pattern, () => '');
          delete bundle[name];
          return part.type === 'chunk' ? part.code : String(part.source);
        };
        const code = take(script).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
        const css = take(style).replaceAll('</style', '<\\/style');
        text = text.replace('</head>', () => `<style>${css.trim()}</style>\n</head>`);
        page.source = text.replace('</body>', () => `<script type="module">${code.trim()}</script>\n</body>`);
      }
      const left = Object.keys(bundle).filter((name) => !name.endsWith('.html'));
      if (left.length > 0) throw new Error(`not in the page: ${left.join(', ')}`);
    },
  };
}
