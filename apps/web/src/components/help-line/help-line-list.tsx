import type { HelpLine } from '#contract';
import { HelpLineCard, type HelpLineCardProps } from './help-line-card.tsx';

export interface HelpLineListProps extends Omit<HelpLineCardProps, 'line'> {
  lines: HelpLine[];
}

/** Lines to call, each with its codes. */
export function HelpLineList({ lines, ...depth }: HelpLineListProps) {
  return (
    <ul className="cards">
      {lines.map((line) => (
        <HelpLineCard key={line.id} line={line} {...depth} />
      ))}
    </ul>
  );
}
