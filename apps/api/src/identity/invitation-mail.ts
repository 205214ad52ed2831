import type { Locale } from '@afferent/contracts';
import type { Mail } from '../platform/mail/mailer.service.js';

const words = {
  en: {
    subject: (workspace: string) => `Invitation to “${workspace}” in Afferent`,
    text: (workspace: string, link: string) =>
      `You are invited to the workspace “${workspace}” in Afferent.\n\nOpen this link to join; it works once and for seven days:\n${link}\n\nIf you did not expect this letter, ignore it.\n`,
  },
  ru: {
    subject: (workspace: string) => `Приглашение в «${workspace}» в Afferent`,
    text: (workspace: string, link: string) =>
      `Вас пригласили в рабочее пространство «${workspace}» в Afferent.\n\nЧтобы войти, откройте ссылку; она действует один раз и семь дней:\n${link}\n\nЕсли вы не ждали этого письма, не обращайте на него внимания.\n`,
  },
};

/** The letter in the workspace's language. */
export function invitationMail(to: string, workspace: { readonly name: string; readonly locale: Locale }, link: string): Mail {
  const { subject, text } = words[workspace.locale];
  return { to, subject: subject(workspace.name), text: text(workspace.name, link) };
}
