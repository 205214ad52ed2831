import type { Story } from './story.js';

export const password = 'кони пьют чай в 5 утра';

let count = 0;

export interface Account {
  email: string;
  name: string;
  workspaceId: string;
}

/** A new person with an empty workspace, signed in in the story's browser without passing through the pages. */
export const signUp = async ({ context, locale, url }: Story, { name = 'Анна Петрова', workspaceName = 'Аэропорт' } = {}): Promise<Account> => {
  count += 1;
  const email = `person-${process.pid}-${count}@example.com`;
  const answer = await context.request.post('/api/v1/auth/register', { headers: { Origin: url }, data: { email, password, name, workspaceName, locale, timezone: 'Europe/Moscow' } });
  if (answer.status() !== 201) throw new Error(`Registering answered ${answer.status()}: ${await answer.text()}`);
  const { workspace } = await answer.json() as { workspace: { id: string } };
  return { email, name, workspaceId: workspace.id };
};
