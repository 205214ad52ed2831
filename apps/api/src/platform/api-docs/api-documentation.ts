import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Locale } from '@afferent/contracts';

/** The API's description, made for each language when somebody first asks for it. */
@Injectable()
export class ApiDocumentation {
  private build: ((locale: Locale) => OpenAPIObject) | undefined;
  private readonly made = new Map<Locale, OpenAPIObject>();

  /** Called once, by whoever has the whole application in hand. */
  madeBy(build: (locale: Locale) => OpenAPIObject): void {
    this.build = build;
  }

  document(locale: Locale): OpenAPIObject {
    if (this.build === undefined) throw new Error('Nobody said how the API is described');
    const document = this.made.get(locale) ?? this.build(locale);
    this.made.set(locale, document);
    return document;
  }
}
