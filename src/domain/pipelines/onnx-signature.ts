/**
 * What a graph takes and gives, read off the file without running it. Only the parts of the ONNX
 * protocol buffers that say so are looked at (onnx.proto3: ModelProto.graph, GraphProto.input, .output
 * and .initializer, ValueInfoProto, TypeProto).
 */

/** Element types of tensors that we know by name; the others by their number. */
export type TensorType = 'float32' | 'float64' | 'int64' | 'int32' | 'string' | 'bool' | `type ${number}`

export interface GraphValue {
  readonly name: string
  /** `other`: a sequence, a map, an optional value. */
  readonly kind: 'tensor' | 'other'
  /** Of a tensor. */
  readonly type: TensorType | null
  /** null: the file does not say the shape. An entry is null where the size is open, as that of rows. */
  readonly shape: readonly (number | null)[] | null
}

export interface GraphSignature {
  /** Constants that old writers list among the inputs are left out. */
  readonly inputs: readonly GraphValue[]
  readonly outputs: readonly GraphValue[]
  /** The file beside this one in which the weights lie, where they do not lie in this one. */
  readonly weightsIn: string | null
}

/** TensorProto.DataType. */
const typeNames: Readonly<Record<number, TensorType>> = { 1: 'float32', 6: 'int32', 7: 'int64', 8: 'string', 9: 'bool', 11: 'float64' }

/** A field of a message: bytes of a nested message or text, or a whole number. */
interface ProtoField {
  readonly number: number
  readonly bytes: Uint8Array | null
  readonly value: number
}

/** The signature, or null where the bytes are no ONNX model. */
export function graphSignature(model: Uint8Array): GraphSignature | null {
  try {
    const graph = nested(fieldsOf(model), 7)[0]
    if (!graph) return null
    const fields = fieldsOf(graph)
    const tensors = nested(fields, 5).map(fieldsOf)
    const constants = new Set(tensors.map((tensor) => text(nested(tensor, 8)[0])))
    const inputs = nested(fields, 11).map(graphValue)
    const outputs = nested(fields, 12).map(graphValue)
    if (outputs.length === 0) return null
    return { inputs: inputs.filter(({ name }) => !constants.has(name)), outputs, weightsIn: weightsIn(tensors) }
  } catch {
    return null
  }
}

/** TensorProto.external_data holds pairs of a key (1) and a value (2), of which `location` is the file. */
function weightsIn(tensors: readonly (readonly ProtoField[])[]): string | null {
  for (const tensor of tensors) {
    const pairs = nested(tensor, 13).map(fieldsOf)
    const location = pairs.find((pair) => text(nested(pair, 1)[0]) === 'location')
    if (location) return text(nested(location, 2)[0])
  }
  return null
}

function graphValue(info: Uint8Array): GraphValue {
  const fields = fieldsOf(info)
  const name = text(nested(fields, 1)[0])
  const type = nested(fields, 2)[0]
  const tensor = type && nested(fieldsOf(type), 1)[0]
  if (!tensor) return { name, kind: 'other', type: null, shape: null }
  const tensorFields = fieldsOf(tensor)
  const element = tensorFields.find((field) => field.number === 1)?.value ?? 0
  const shape = nested(tensorFields, 2)[0]
  return { name, kind: 'tensor', type: typeNames[element] ?? `type ${element}`, shape: shape ? nested(fieldsOf(shape), 1).map(dimension) : null }
}

/** A size that is written as a number above 0; names and 0 and below stand for any size. */
function dimension(bytes: Uint8Array): number | null {
  const size = fieldsOf(bytes).find((field) => field.number === 1 && field.bytes === null)?.value ?? 0
  return size > 0 ? size : null
}

const nested = (fields: readonly ProtoField[], number: number) => fields.flatMap((field) => (field.number === number && field.bytes ? [field.bytes] : []))
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes ?? new Uint8Array())

/** The fields of a message in order. Throws where the bytes are no message. */
function fieldsOf(message: Uint8Array): ProtoField[] {
  const fields: ProtoField[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = message[at++]
      if (byte === undefined) throw new RangeError('the message ends in the middle of a number')
      // Beyond 32 bits a product, where a shift would wrap round; sizes and numbers of ours are far below 2^53.
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
    throw new RangeError('a number does not end')
  }
  const take = (length: number) => {
    if (length > message.length - at) throw new RangeError('the message is cut short')
    at += length
    return message.subarray(at - length, at)
  }
  while (at < message.length) {
    const key = varint()
    const number = Math.floor(key / 8)
    switch (key % 8) {
      case 0:
        fields.push({ number, bytes: null, value: varint() })
        break
      case 1:
        take(8)
        break
      case 2:
        fields.push({ number, bytes: take(varint()), value: 0 })
        break
      case 5:
        take(4)
        break
      default:
        throw new RangeError('no such kind of field')
    }
  }
  return fields
}
