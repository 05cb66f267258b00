// One request a host at a time.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { hostLocks } from '../../src/ledger/host-locks.ts'
import { BusyHostError, openGate } from '../../src/sources/gate.ts'
import { postgresDatabase } from '../postgres.ts'

const at = (host: string): URL => new URL(`https://${host}/`)

describe('a gate', () => {
  it('lets one in at a time, in their order; others to other hosts', async () => {
    const gate = openGate(0)
    const order: string[] = []
    const visit = async (name: string, host: string): Promise<void> => {
      const leave = await gate(at(host), [])
      order.push(`${name} in`)
      await sleep(10)
      order.push(`${name} out`)
      leave()
    }
    await Promise.all([visit('a', 'one.example'), visit('b', 'one.example'), visit('c', 'two.example')])
    assert.deepEqual(
      order.filter((step) => !step.startsWith('c')),
      ['a in', 'a out', 'b in', 'b out'],
    )
    assert.ok(order.indexOf('c in') < order.indexOf('a out'))
  })

  it('lets a host rest between two requests, but not the user’s own', async () => {
    const gate = openGate(60)
    const twice = async (allowed: string[]): Promise<number> => {
      const began = performance.now()
      for (let i = 0; i < 2; i++) (await gate(at('one.example'), allowed))()
      return performance.now() - began
    }
    assert.ok((await twice(['one.example'])) < 50)
    assert.ok((await twice([])) >= 55)
  })

  it('is open again when the next gate refuses', async () => {
    let refusing = true
    const gate = openGate(0, async ({ host }) => {
      if (refusing) throw new BusyHostError(host)
      return () => {}
    })
    await assert.rejects(gate(at('one.example'), []), BusyHostError)
    refusing = false
    ;(await gate(at('one.example'), []))()
  })
})

describe('the locks of hosts on PostgreSQL', () => {
  it('keep one process out while another asks, and fall with it', async () => {
    const url = await postgresDatabase()
    const [one, other] = [hostLocks(url), hostLocks(url)]
    const leave = await one.gate(at('one.example'), [])
    ;(await other.gate(at('two.example'), []))()
    await assert.rejects(other.gate(at('one.example'), []), BusyHostError)
    leave()
    const again = await other.gate(at('one.example'), [])
    again()
    await one.gate(at('one.example'), [])
    // Without leaving: the session is gone, and the lock with it.
    await one.close()
    ;(await other.gate(at('one.example'), []))()
    await other.close()
  })
})
