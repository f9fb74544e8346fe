using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Understanding;

/// <summary>
/// The ways one asks about a thing, with <c>{0}</c> for the thing. Learnt together with the short names of services and of other offices' matters, so
/// that what is asked does not hide what it is asked about.
/// </summary>
internal sealed class Frames(ImmutableArray<string> chinese, ImmutableArray<string> english)
{
    private const string Place = "{0}";
    private const int LongestChinese = 8;
    private const int LongestEnglish = 32;

    public static Frames Read(YamlMap file)
    {
        var map = file.Map("frames");
        var frames = new Frames(Checked(map, "zh"), Checked(map, "en"));
        map.Done();
        return frames;
    }

    /// <summary>The examples, and each short one in one frame more, in turn.</summary>
    public IEnumerable<Example> Around(IEnumerable<Example> examples)
    {
        var turn = 0;
        foreach (var example in examples)
        {
            yield return example;
            var isEnglish = example.Said.All(char.IsAscii);
            if (!IsThing(example) || example.Said.Length > (isEnglish ? LongestEnglish : LongestChinese)) continue;
            var frames = isEnglish ? english : chinese;
            yield return example with { Said = frames[turn++ % frames.Length].Replace(Place, example.Said, StringComparison.Ordinal) };
        }
    }

    private static bool IsThing(Example example) => example switch
    {
        { Code: Meanings.OffTopic } => example.Topic != Reception.OtherTopic,
        _ => !Meanings.All.Contains(example.Code),
    };

    private static ImmutableArray<string> Checked(YamlMap map, string key)
    {
        var frames = map.Scalars(key).ToImmutableArray();
        foreach (var frame in frames.Where(frame => !frame.Contains(Place, StringComparison.Ordinal)))
            map.Fault(FaultKind.WrongValue, frame, key);
        return frames.IsEmpty ? [Place] : frames;
    }
}
