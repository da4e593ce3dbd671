import {setTimeout as pause} from 'node:timers/promises'

import {createClient, text} from '../../simulator/client.ts'
import type {Client, Reply} from '../../simulator/client.ts'
import {start} from '../../simulator/harness.ts'
import {readyApp} from '../../simulator/seeded-apps.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'
import type {AppSeed} from '../../simulator/store/seeds.ts'

export const link = (type: string, id: string) => ({data: {type, id}})

export async function begin(app: AppSeed = readyApp(), options: SimulatorOptions = {}) {
  const simulator = await start({reviewMilliseconds: 1, ...options, apps: [app]})
  const client = await createClient(simulator)
  return {
    simulator,
    client,
    appId: simulator.appIds[0] ?? '',
    versionId: simulator.versions().at(-1)?.id ?? '',
  }
}

type Stage = Awaited<ReturnType<typeof begin>>

export function open({client, appId}: Stage, platform = 'IOS'): Promise<Reply> {
  const data = {
    type: 'reviewSubmissions',
    attributes: {platform},
    relationships: {app: link('apps', appId)},
  }
  return client.send('POST', '/v1/reviewSubmissions', {data})
}

export function add({client, versionId}: Stage, submission: string): Promise<Reply> {
  const relationships = {
    reviewSubmission: link('reviewSubmissions', submission),
    appStoreVersion: link('appStoreVersions', versionId),
  }
  return client.send('POST', '/v1/reviewSubmissionItems', {
    data: {type: 'reviewSubmissionItems', relationships},
  })
}

export function change(client: Client, id: string, attributes: object): Promise<Reply> {
  const data = {type: 'reviewSubmissions', id, attributes}
  return client.send('PATCH', `/v1/reviewSubmissions/${id}`, {data})
}

/** Asks for the version until it is in a state. */
export async function reached({client, versionId}: Stage, state: string): Promise<void> {
  const read = async () => {
    const {body} = await client.send('GET', `/v1/appStoreVersions/${versionId}`)
    return text(body, 'data', 'attributes', 'appVersionState')
  }
  while ((await read()) !== state) await pause(2)
}

/** Adds the version to a new submission. */
export async function readied(stage: Stage) {
  const submission = text((await open(stage)).body, 'data', 'id')
  const added = await add(stage, submission)
  if (added.status !== 201) throw new Error(JSON.stringify(added.body))
  const item = text(added.body, 'data', 'id')
  await reached(stage, 'READY_FOR_REVIEW')
  return {submission, item}
}

export const infoState = ({simulator}: Stage) =>
  simulator.records('appInfos')[0]?.attributes['state']
