using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>How an interview is held, from <c>interview.yaml</c>.</summary>
internal sealed class InterviewReader
{
    private readonly YamlMap file;
    private readonly FrozenSet<string>? known;
    private readonly ImmutableArray<LifeEvent> lifeEvents;

    private InterviewReader(YamlMap file, ImmutableArray<Service>? services, ImmutableArray<LifeEvent> lifeEvents)
    {
        this.lifeEvents = lifeEvents;
        this.file = file;
        known = services?.Select(service => service.Code).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="services"><c>null</c>: some of them could not be read, so that codes of services are not looked up; one mistake is told once.</param>
    public static InterviewPlan Read(YamlMap file, ImmutableArray<Service>? services, ImmutableArray<LifeEvent> lifeEvents) =>
        new InterviewReader(file, services, lifeEvents).Read();

    private InterviewPlan Read()
    {
        var benefits = Codes(file, "benefits");
        var plan = new InterviewPlan(
            Inquiries(benefits), (double)file.Number("patience"), benefits, Follows(), GoesWith(), Codes(file, "only_when_wished").ToFrozenSet(StringComparer.Ordinal),
            Wishes());
        file.Done();
        return plan;
    }

    private ImmutableArray<PlannedInquiry> Inquiries(ImmutableArray<string> benefits)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<PlannedInquiry>();
        foreach (var map in file.Maps("questions"))
        {
            var word = map.Scalar("ask");
            var (question, checklist) = (InterviewWords.ParseQuestion(word), InterviewWords.ParseChecklist(word));
            var (effort, ahead) = ((double)map.Number("effort"), map.Has("ahead") ? (double)map.Number("ahead") : 0);
            if (question is null && checklist is null)
                map.Fault(FaultKind.UnknownReference, word, "ask");
            else if (!asked.Add(word))
                map.Fault(FaultKind.DuplicateId, word, "ask");
            else
                order.Add(new PlannedInquiry(question, checklist, effort, ahead, GuessesOf(map, guess => InterviewWords.IsReadable(question, checklist, guess, benefits))));
            map.Done();
        }
        return order.ToImmutable();
    }

    private static ImmutableArray<Guess> GuessesOf(YamlMap inquiry, Func<string, bool> isReadable)
    {
        if (inquiry.MapOrNull("guesses") is not { } map)
            return [];
        var guesses = ImmutableArray.CreateBuilder<Guess>();
        foreach (var text in map.Keys)
        {
            var weight = map.Int(text);
            if (weight < 1)
                map.Fault(FaultKind.WrongValue, string.Create(CultureInfo.InvariantCulture, $"{text}: {weight}"), text);
            if (isReadable(text))
                guesses.Add(new Guess(text, weight));
            else
                map.Fault(FaultKind.WrongValue, text, text);
        }
        map.Done();
        return guesses.ToImmutable();
    }

    private ImmutableArray<Follow> Follows()
    {
        var follows = ImmutableArray.CreateBuilder<Follow>();
        foreach (var map in file.Maps("follows"))
        {
            follows.Add(new Follow(map.Word("when", InterviewWords.ParseSign), Codes(map, "services")));
            map.Done();
        }
        return follows.ToImmutable();
    }

    private FrozenDictionary<string, ImmutableArray<string>> GoesWith()
    {
        var others = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var map in file.Maps("goes_with"))
        {
            var service = map.Scalar("service");
            Check(map, "service", service);
            if (!others.TryAdd(service, Codes(map, "others")))
                map.Fault(FaultKind.DuplicateId, service, "service");
            map.Done();
        }
        return others.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenSet<string> Wishes()
    {
        var wishes = file.Scalars("wishes").ToFrozenSet(StringComparer.Ordinal);
        foreach (var id in wishes.Where(id => lifeEvents.All(known => known.Id != id)))
            file.Fault(FaultKind.UnknownReference, id, "wishes");
        return wishes;
    }

    private ImmutableArray<string> Codes(YamlMap map, string key)
    {
        var codes = map.Scalars(key).ToImmutableArray();
        foreach (var code in codes)
            Check(map, key, code);
        return codes;
    }

    private void Check(YamlMap map, string key, string code)
    {
        if (code.Length > 0 && known?.Contains(code) == false)
            map.Fault(FaultKind.UnknownReference, code, key);
    }
}
