using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Understanding;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Advice;

/// <summary>What was understood, in words.</summary>
public sealed class MeaningWords(CityCatalogue catalogue, Reception reception)
{
    private const int MostTold = 10;

    public FoundMeanings Of(Understood understood, Language language) => new(
        understood.Sure, [.. understood.Ranked.Take(MostTold).Select(meaning => Of(meaning, language))], Advice(understood, language));

    private FoundMeaning Of(RankedMeaning meaning, Language language) => Meanings.All.Contains(meaning.Code)
        ? new(meaning.Code, "meaning", Sentences.Of(language, "meaning." + meaning.Code), Rounded(meaning.Score))
        : new(meaning.Code, "service", catalogue.Find(meaning.Code)?.Name.In(language) ?? meaning.Code, Rounded(meaning.Score));

    private CallAdvice? Advice(Understood understood, Language language) => understood switch
    {
        { Emergency: { } kind } => Emergency(reception.Emergency(kind), language),
        { Best: { Code: Meanings.OffTopic, Topic: var topic } } => OtherOffice(reception.OfficeFor(topic), language),
        _ => null,
    };

    private static CallAdvice Emergency(Emergency emergency, Language language) => new(
        Meanings.Emergency, emergency.Kind, Sentences.Of(language, "find.emergency." + emergency.Kind), [.. emergency.Calls.Select(call => Line(call, language))]);

    private static CallAdvice OtherOffice(OtherOffice office, Language language)
    {
        var say = office.Topic == Reception.OtherTopic
            ? Sentences.Of(language, "find.off-topic.other", office.Call.Who.In(language), office.Call.Phone)
            : Sentences.Of(language, "find.off-topic", office.Subject.In(language), office.Call.Who.In(language), office.Call.Phone);
        return new(Meanings.OffTopic, office.Topic, say, [Line(office.Call, language)]);
    }

    private static PhoneLine Line(CallNumber call, Language language) => new(call.Who.In(language), call.Phone);

    private static double Rounded(double score) => Math.Round(Math.Min(score, 1), 4);
}
