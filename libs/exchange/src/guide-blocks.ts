import { Lexer, Marked, type Token, type TokensList } from 'marked';
import type { GuideBlock } from '#contract';

/** The word after the fence of a block that says where help is offered. */
const HELP = 'help';

// Guides are written without tags: what looks like one is shown as it stands.
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escaped(text),
    heading({ tokens, depth }) {
      const text = this.parser.parseInline(tokens);
      return `<h${depth}>${text}</h${depth}>\n`;
    },
  },
});

/**
 * A guide's Markdown as HTML, cut where help is offered. There a fenced block stands with the word
 * `help`, and in it the codes of services and the slugs of help lines:
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

function helpOf(written: string): GuideBlock {
  const list = (name: string): string[] => {
    const [, values = ''] = new RegExp(`^${name}: *\\[(.*)\\] *$`, 'm').exec(written) ?? [];
    return values
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
  };
  return { kind: 'help', service_types: list('services'), help_lines: list('lines') };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
