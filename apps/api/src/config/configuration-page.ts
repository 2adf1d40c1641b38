import { type Variable, variables } from './variables.ts';

const INTRODUCTION = `# Configuration

Amparo is configured through environment variables. None has to be set. A wrong one keeps the
server from starting, with a sentence that says what would be right.

<!-- Written by \`npm run docs:configuration\` from apps/api/src/config/variables.ts. -->
`;

/** Renders the Markdown of docs/configuration.md. */
export function configurationPage(): string {
  return [INTRODUCTION, ...Object.values(variables).map(section)].join('\n');
}

function section({ name, fallback, description, format }: Variable<unknown>): string {
  return `## ${name}

${description}

- Must be: ${format.allowed}
- If not set: ${fallback === undefined ? 'see above' : `\`${fallback}\``}
`;
}
