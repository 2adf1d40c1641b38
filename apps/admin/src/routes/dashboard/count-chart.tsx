import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.tsx';

/** One bar, and the number that it shows. */
interface Count {
  /** Also its key. */
  label: string;
  count: number;
  /** The list of what was counted. */
  to?: string;
}

interface CountChartProps {
  title: string;
  counts: Count[];
  /** What is said instead, where all of them are 0. */
  none: string;
}

/** Counts as a table, with a bar beside each number. */
export function CountChart({ title, counts, none }: CountChartProps) {
  const { t, locale } = useMessages();
  const most = Math.max(...counts.map(({ count }) => count), 0);
  const number = new Intl.NumberFormat(locale);
  return (
    <section className="chart">
      <h2>{title}</h2>
      {most === 0 ? (
        <p className="hint">{none}</p>
      ) : (
        <table>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('dashboard.what')}</th>
              <th scope="col">{t('dashboard.records')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ label, count, to }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {to && count > 0 ? (
                    <Link to={to}>{number.format(count)}</Link>
                  ) : (
                    number.format(count)
                  )}
                  <Bar share={count / most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" aria-hidden="true" focusable="false">
      <rect width={`${Math.round(share * 100)}%`} height="100%" />
    </svg>
  );
}
