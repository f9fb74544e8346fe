using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OneVisit.Catalogue.Yaml;

/// <summary>
/// Refuses what is nested deeper than any file of a catalogue: the reader of nodes calls itself at each level, and its stack has an end.
/// And references within a file: a few lines of them can stand for a billion stages.
/// </summary>
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
        if (now is AnchorAlias)
            throw new YamlException(now.Start, now.End, "a reference to another part of the file");
        depth += now.NestingIncrease;
        return depth <= Deepest ? moved : throw new YamlException(now.Start, now.End, "nested too deeply");
    }
}
