import type { HelpLine } from '#contract';
import { HelpLineCard } from './help-line-card.tsx';

/** Lines to call, each with its codes. */
export function HelpLineList({ lines }: { lines: HelpLine[] }) {
  return (
    <ul className="cards">
      {lines.map((line) => (
        <HelpLineCard key={line.id} line={line} />
      ))}
    </ul>
  );
}
