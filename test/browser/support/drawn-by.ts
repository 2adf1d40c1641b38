import type { CDPSession, Page } from 'playwright-core';

/** How the letters of a script are drawn on a page. */
export interface Drawn {
  /** Texts in which fonts of ours drew some. */
  byOurs: number;
  /** Texts, as far as they are shown, in which some were left to fonts of the device. */
  byOthers: string[];
}

/** The page has changed while it was looked at. */
const CHANGED = 'Could not find node';

/** @param script matches all its letters in a text */
export async function howDrawn(page: Page, script: RegExp): Promise<Drawn> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => void (await document.fonts.ready));
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  let drawn: Drawn | null = null;
  while (!drawn) {
    drawn = await look(session, script).catch((error: Error) => {
      if (error.message.includes(CHANGED)) return null;
      throw error;
    });
  }
  await session.detach();
  return drawn;
}

async function look(session: CDPSession, script: RegExp): Promise<Drawn> {
  const drawn: Drawn = { byOurs: 0, byOthers: [] };
  const written = (await texts(session)).filter(({ nodeValue }) => nodeValue.search(script) >= 0);
  await Promise.all(
    written.map(async ({ nodeId, nodeValue }) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const glyphs = (ours: boolean) =>
        fonts.reduce((sum, font) => sum + (font.isCustomFont === ours ? font.glyphCount : 0), 0);
      if (glyphs(true) > 0) drawn.byOurs++;
      if (glyphs(false) > nodeValue.replace(script, '').length) drawn.byOthers.push(nodeValue);
    }),
  );
  return drawn;
}

type DomNode = Awaited<ReturnType<typeof wholeDocument>>;

async function wholeDocument(session: CDPSession) {
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  return root;
}

async function texts(session: CDPSession): Promise<DomNode[]> {
  const within = (node: DomNode): DomNode[] =>
    node.nodeName === '#text' ? [node] : (node.children ?? []).flatMap(within);
  return within(await wholeDocument(session));
}
