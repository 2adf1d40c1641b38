import { Lexer, Marked, type Token, type TokensList } from 'marked';
import type { GuideBlock } from '#contract';

/** The info string of the fenced blocks that mark where help is offered. */
const HELP = 'help';

// Guides contain no HTML; anything that looks like a tag is escaped.
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    heading({ tokens, depth }) {
      const text = this.parser.parseInline(tokens);
      return `<h${depth}>${text}</h${depth}>\n`;
    },
  },
});

/**
 * Renders a guide's Markdown as HTML and splits it at the fenced blocks marked `help`, which
 * contain the codes of services and the slugs of help lines:
 *
 *     services: [legal]
 *     lines: [unhcr-detention-hotline]
 */
export function guideBlocks(body: string): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let text: Token[] = [];
  const close = () => {
    const html = markdown.parser(Object.assign(text, { links: {} }) as TokensList).trim();
    if (html) blocks.push({ kind: 'text', html });
    text = [];
  };
  for (const token of Lexer.lex(body)) {
    if (token.type === 'code' && token.lang === HELP) {
      close();
      blocks.push(helpOf(token.text));
    } else text.push(token);
  }
  close();
  return blocks;
}

function helpOf(source: string): GuideBlock {
  const list = (name: string): string[] => {
    const [, values = ''] = new RegExp(`^${name}: *\\[(.*)\\] *$`, 'm').exec(source) ?? [];
    return values
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
  };
  return { kind: 'help', service_types: list('services'), help_lines: list('lines') };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
