import type { HelpLine } from '#contract';
import { HelpLineCard, type HelpLineCardProps } from './help-line-card.tsx';

export interface HelpLineListProps extends Omit<HelpLineCardProps, 'line'> {
  lines: HelpLine[];
}

/** Lists help lines with their codes. */
export function HelpLineList({ lines, ...cardProps }: HelpLineListProps) {
  return (
    <ul className="cards">
      {lines.map((line) => (
        <HelpLineCard key={line.id} line={line} {...cardProps} />
      ))}
    </ul>
  );
}
