/** Every input of action.yml, from which `npm run docs` makes this file. */
export const DECLARED_INPUTS = [
  {
    name: 'issuer-id',
    description: 'Issuer ID of a team key. Leave it empty for an individual key.',
    default: '',
  },
  {name: 'api-key-id', description: 'Key ID of the App Store Connect API key.', default: ''},
  {
    name: 'api-private-key',
    description: 'The `.p8` file of the key, as text or in base64.',
    default: '',
  },
  {
    name: 'bundle-id',
    description: 'Bundle ID of the app, such as `com.example.app`. Set this or `app-id`.',
    default: '',
  },
  {
    name: 'app-id',
    description: 'Apple ID of the app, a number. Set this or `bundle-id`.',
    default: '',
  },
  {name: 'platform', description: '`IOS`, `MAC_OS`, `TV_OS` or `VISION_OS`.', default: 'IOS'},
  {
    name: 'version',
    description:
      'Version string, such as `2.1.0`. A leading `v` is dropped, so the name of a tag (`github.ref_name`) works. Empty: the one editable version of the platform.',
    default: '',
  },
  {
    name: 'create-version',
    description: 'Create the version if it does not exist. Needs `version`.',
    default: 'false',
  },
  {
    name: 'root',
    description:
      'Folder in the workspace that has everything, such as `fastlane`. The next four are relative to it.',
    default: '.',
  },
  {
    name: 'screenshots',
    description: 'Folder of `<locale>/<displayType>/…`, relative to `root`.',
    default: 'screenshots',
  },
  {
    name: 'previews',
    description: 'Folder of `<locale>/<previewType>/…`, relative to `root`.',
    default: 'previews',
  },
  {
    name: 'metadata',
    description:
      'Folder of texts and settings as fastlane has it, such as `en-US/description.txt`, relative to `root`.',
    default: 'metadata',
  },
  {
    name: 'config',
    description:
      'File with [settings and texts](docs/metadata.md), relative to `root`. Managed as `metadata`, like that folder.',
    default: 'app-store.yml',
  },
  {
    name: 'manage',
    description:
      'What to keep in sync, separated by commas, spaces or line breaks: `screenshots`, `previews`, `metadata`, `app-clip`, `app-clip-experiences`, `review-attachments`, `routing-coverage`, `background-assets`; or `all`, which means each of them that exists. Everything else is neither read nor changed.',
    default: 'screenshots, previews',
  },
  {
    name: 'locales',
    description: 'Only these locales, one per line or separated by commas. Empty: all.',
    default: '',
  },
  {
    name: 'mode',
    description:
      '`sync` makes the changes. `plan` shows them and writes nothing. `validate` only checks the files: no network, no secrets. `pull` writes what the store has into `root`, and overwrites nothing.',
    default: 'sync',
  },
  {
    name: 'comment',
    description:
      'With `mode: plan` in a pull request: post the plan as a comment, and update it with each push. Needs `pull-requests: write`.',
    default: 'false',
  },
  {name: 'github-token', description: 'Token for the comment.', default: ''},
  {
    name: 'prune',
    description:
      'Delete what has no matching file, in sets and folders that exist. What Apple cannot delete stays.',
    default: 'false',
  },
  {
    name: 'submit',
    description:
      '[Submit the version for review](docs/release.md), once everything is in place that Apple needs.',
    default: 'false',
  },
  {
    name: 'cancel-review',
    description:
      'Take a version back that waits for review; with `submit`, only if there is anything to change.',
    default: 'false',
  },
  {
    name: 'on-no-editable-version',
    description:
      '`skip` ends the run green if there is no version that can be changed, in jobs that run on every push.',
    default: 'fail',
  },
  {
    name: 'fail-on-changes',
    description:
      'With `mode: plan`: fail if there is anything to change, for example because somebody edited the store by hand.',
    default: 'false',
  },
  {
    name: 'plan-file',
    description:
      'With `mode: sync`: path of the approved plan. If the plan has changed since, nothing is written.',
    default: '',
  },
  {
    name: 'shards',
    description:
      'With `mode: plan`: the most jobs that `matrix` may split the work into. With `mode: sync`: number of jobs that share the API rate limit.',
    default: '1',
  },
  {
    name: 'shard',
    description: 'With `mode: sync` and `shards`: the number of this job, from 1.',
    default: '',
  },
  {
    name: 'concurrency',
    description: 'File parts uploaded at the same time. API requests have their own limit.',
    default: '8',
  },
  {
    name: 'processing-timeout',
    description:
      'Minutes to wait for Apple to process files and the build; in `mode: plan`, 1 at most. `0` does not wait: the next run then deletes what was replaced and sets the poster frames.',
    default: '30',
  },
  {
    name: 'api-url',
    description:
      'Address of the API, for tests and proxies. Must be https, except on this machine (`localhost`).',
    default: 'https://api.appstoreconnect.apple.com',
  },
] as const

export type InputName = (typeof DECLARED_INPUTS)[number]['name']
