using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Understanding;

/// <summary>How people write and what they say, from <c>understanding/speech.yaml</c> and <c>utterances.yaml</c>.</summary>
internal static class SpeechReader
{
    public static SpeechTable ReadTable(YamlMap file)
    {
        var characters = new Dictionary<char, char>();
        foreach (var pair in file.Scalars("characters").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (pair.Length != 2 || !characters.TryAdd(pair[0], pair[1])) file.Fault(FaultKind.WrongValue, pair, "characters");
        }
        var misspellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in file.Scalars("misspellings"))
        {
            if (line.Split(' ') is not [{ Length: > 0 } wrong, var right] || wrong.Length != right.Length || !misspellings.TryAdd(wrong, right))
                file.Fault(FaultKind.WrongValue, line, "misspellings");
        }
        var sounds = file.Scalars("sounds").Where(group => group.Length > 0).ToArray();
        file.Done();
        return new SpeechTable(characters, misspellings, sounds);
    }

    /// <param name="knows">Whether there is such a service or meaning.</param>
    /// <param name="knowsTopic">Whether a code has such a topic.</param>
    public static ImmutableArray<Example> ReadExamples(YamlMap file, Func<string, bool> knows, Func<string, string?, bool> knowsTopic)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        foreach (var group in file.Maps("utterances"))
        {
            var (code, topic) = (group.Scalar("code"), group.ScalarOrNull("topic"));
            if (!knows(code)) group.Fault(FaultKind.UnknownReference, code, "code");
            else if (!knowsTopic(code, topic)) group.Fault(FaultKind.UnknownReference, topic ?? code, "topic");
            examples.AddRange(group.Scalars("said").Select(said => new Example(code, said, topic)));
            group.Done();
        }
        file.Done();
        return examples.ToImmutable();
    }
}
