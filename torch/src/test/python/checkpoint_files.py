"""Makes the files of CheckpointFileTest and CheckpointFolderTest: state dictionaries as torch.save
writes them.

    python3 checkpoint_files.py zip|legacy NAME FOLDER
    python3 checkpoint_files.py models GOLDEN FOLDER

FOLDER is torch/src/test/resources/org/ethogram/torch/serialization, GOLDEN the folder golden beside
it. `zip` and `legacy` write NAME-zip.bin or NAME-legacy.bin with the tensors below, and need torch
alone, so that they can be run with an old one. `models` writes the weights of two tiny models of
GOLDEN as older uploads have them, a file of a newer pickle protocol, and one that has to be
refused; it needs safetensors as well.
"""

import json
import pathlib
import sys
from collections import OrderedDict

import torch


def tensors():
    base = torch.arange(12, dtype=torch.float32).reshape(3, 4)
    tied = torch.tensor([0.5, -0.5])
    annotated = torch.tensor([8.0, 9.0])
    annotated.partition_dim = 0
    return OrderedDict(
        [
            ("rows", base),
            ("columns", base.t()),
            ("middle", base[1:, 1:3]),
            ("parameter", torch.nn.Parameter(torch.tensor([1.5, 2.5]))),
            ("tied.one", tied),
            ("tied.other", tied),
            ("scalar", torch.tensor(7.0)),
            ("empty", torch.zeros(0, 3)),
            ("repeated", torch.tensor([3.0]).expand(2, 2)),
            ("annotated", annotated),
            ("double", torch.tensor([0.1], dtype=torch.float64)),
            ("half", torch.tensor([[0.5, -65504.0]], dtype=torch.float16)),
            ("bfloat", torch.tensor([1.0, -3.140625, 2.0**100], dtype=torch.bfloat16)),
            ("long", torch.tensor([2**40, -1])),
            ("int", torch.tensor([-7], dtype=torch.int32)),
            ("short", torch.tensor([-300], dtype=torch.int16)),
            ("char", torch.tensor([-3], dtype=torch.int8)),
            ("byte", torch.tensor([200], dtype=torch.uint8)),
            ("bool", torch.tensor([True, False])),
        ]
    )


def with_metadata(state):
    """What torch.nn.Module.state_dict adds to a dictionary."""
    state._metadata = OrderedDict([("", {"version": 1})])
    return state


def write_tensors(form, name, folder):
    file = folder / f"{name}-{form}.bin"
    torch.save(with_metadata(tensors()), file, _use_new_zipfile_serialization=form == "zip")


def pythia_buffers(state, layers, positions):
    """What exports of GPT-NeoX kept beside the parameters until transformers 4.29."""
    for layer in range(layers):
        attention = f"gpt_neox.layers.{layer}.attention."
        state[attention + "bias"] = torch.ones(1, 1, positions, positions).tril().bool()
        state[attention + "masked_bias"] = torch.tensor(-1e9)
        state[attention + "rotary_emb.inv_freq"] = torch.tensor([1.0, 0.01], dtype=torch.float16)
    return state


def write_models(golden, folder):
    from safetensors.torch import load_file

    def state(model, dtype):
        stored = load_file(golden / model / "model.safetensors")
        return OrderedDict((name, tensor.to(dtype)) for name, tensor in stored.items())

    neox = pythia_buffers(state("neox-parallel", torch.float16), 2, 4)
    (folder / "neox-parallel").mkdir(exist_ok=True)
    names = list(neox)
    weight_map = {}
    for number, part in enumerate([names[: len(names) // 2], names[len(names) // 2 :]], 1):
        file = f"pytorch_model-0000{number}-of-00002.bin"
        shard = {name: neox[name] for name in part}
        place = folder / "neox-parallel" / file
        torch.save(shard, place, _use_new_zipfile_serialization=number == 1)
        weight_map |= dict.fromkeys(part, file)
    index = {"metadata": {"total_size": 0}, "weight_map": weight_map}
    index["metadata"]["total_size"] = sum(t.numel() * t.element_size() for t in neox.values())
    (folder / "neox-parallel" / "pytorch_model.bin.index.json").write_text(json.dumps(index))

    gpt2 = state("gpt2", torch.float16)
    bare = OrderedDict((name.replace("transformer.", "", 1), gpt2[name]) for name in gpt2)
    (folder / "gpt2").mkdir(exist_ok=True)
    file = folder / "gpt2" / "pytorch_model.bin"
    torch.save(with_metadata(bare), file, _use_new_zipfile_serialization=False)

    torch.save({"x": torch.arange(3.0)}, folder / "protocol-5.bin", pickle_protocol=5)
    torch.save(torch.nn.Linear(1, 1), folder / "refused-module.bin")


if __name__ == "__main__":
    print(torch.__version__)
    what, first, second = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    if what == "models":
        write_models(pathlib.Path(first), second)
    else:
        write_tensors(what, first, second)
