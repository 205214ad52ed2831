import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.js';
import { Jobs } from '../jobs/jobs.service.js';

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });
export type Mail = z.infer<typeof mailSchema>;

const oneLine = (text: string): string => text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').trim();

/** Letters go through the job queue: a mail server that is down delays them and fails nobody's request. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl === undefined ? undefined : createTransport({ url: config.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  }

  /** Whether letters can be sent at all. */
  get able(): boolean {
    return this.transport !== undefined;
  }

  /** Queues a letter inside the open unit of work. */
  async send(mail: Mail): Promise<void> {
    await this.jobs.send('mail', { ...mail, subject: oneLine(mail.subject) });
  }

  onModuleInit(): void {
    const { transport, config } = this;
    if (transport === undefined) return;
    this.jobs.work('mail', async (payload) => {
      const { to, subject, text } = mailSchema.parse(payload);
      await transport.sendMail({ from: config.mailFrom, to: { name: '', address: to }, subject, text });
    });
  }
}
