import { guideBlocks } from './index.ts';

it('a guide is cut where help is offered', () => {
  const blocks = guideBlocks(
    'First.\n\n```help\nservices: [legal, case-information]\nlines: [a-line]\n```\n\n## Then\n\n- one\n- two',
  );
  expect(blocks).toEqual([
    { kind: 'text', html: '<p>First.</p>' },
    { kind: 'help', service_types: ['legal', 'case-information'], help_lines: ['a-line'] },
    { kind: 'text', html: '<h2>Then</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>' },
  ]);
  expect(guideBlocks('```help\nservices: [legal]\nlines: []\n```')).toEqual([
    { kind: 'help', service_types: ['legal'], help_lines: [] },
  ]);
});

it('what looks like a tag is shown, and never obeyed', () => {
  const [block] = guideBlocks('Hello <b onclick="x()">you</b>\n\n<script>alert(1)</script>');
  const html = block?.kind === 'text' ? block.html : '';
  expect(html).not.toMatch(/<(b|script)/);
  expect(html).toContain('&lt;script&gt;');
});
