import { Dialog } from '../components/dialog.tsx';
import { type MessageKey, useMessages } from '../i18n/messages.tsx';

interface ShortcutHelpProps {
  sections: { key: string; text: MessageKey }[];
  onClose: () => void;
}

/** All keys of the console. */
export function ShortcutHelp({ sections, onClose }: ShortcutHelpProps) {
  const { t } = useMessages();
  const call: [string, MessageKey][] = [
    ['y', 'call.stillRight'],
    ['c', 'call.changed'],
    ['n', 'call.noAnswer'],
    ['x', 'call.closed'],
    ['w', 'call.wrongNumber'],
    ['s', 'call.skip'],
  ];
  return (
    <Dialog title={t('shell.shortcuts')} onClose={onClose}>
      <dl className="shortcuts">
        {sections.map(({ key, text }) => (
          <div key={key}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('shell.shortcuts')}</dd>
        </div>
      </dl>
      <h3>{t('nav.verification')}</h3>
      <dl className="shortcuts">
        {call.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
