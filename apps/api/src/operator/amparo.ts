import 'reflect-metadata';
import { auditCommand } from './audit.command.ts';
import { backupCommand } from './backup/backup.command.ts';
import { restoreCommand } from './backup/restore.command.ts';
import { guideCommand } from './guide.command.ts';
import { runCommand } from './run-command.ts';
import { speedDialCommand } from './speed-dial.command.ts';
import { userCommand } from './user.command.ts';
import { verifyCommand } from './verify.command.ts';

/** The operator's commands: `npm run amparo -- NAME WORDS`. */
process.exitCode = await runCommand(
  {
    user: userCommand,
    audit: auditCommand,
    backup: backupCommand,
    restore: restoreCommand,
    guide: guideCommand,
    'speed-dial': speedDialCommand,
    verify: verifyCommand,
  },
  process.argv.slice(2),
);
