using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OneVisit.Catalogue.Yaml;

/// <summary>Refuses what is nested deeper than any file of a catalogue: the reader of nodes calls itself at each level, and its stack has an end.</summary>
internal sealed class ShallowParser(IParser inner) : IParser
{
    private const int Deepest = 24;

    private int depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        if (!moved || Current is not { } now)
            return moved;
        depth += now.NestingIncrease;
        return depth <= Deepest ? moved : throw new YamlException(now.Start, now.End, "nested too deeply");
    }
}
