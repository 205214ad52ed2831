import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The API's description, made when somebody first asks for it. */
@Injectable()
export class ApiDocumentation {
  private build: (() => OpenAPIObject) | undefined;
  private made: OpenAPIObject | undefined;

  /** Called once, by whoever has the whole application in hand. */
  madeBy(build: () => OpenAPIObject): void {
    this.build = build;
  }

  document(): OpenAPIObject {
    if (this.build === undefined) throw new Error('Nobody said how the API is described');
    return (this.made ??= this.build());
  }
}
