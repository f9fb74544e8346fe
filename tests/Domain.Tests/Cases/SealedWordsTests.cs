using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>What people write in journals stands sealed there.</summary>
public sealed class SealedWordsTests
{
    private const string Why = "名下有一辆汽车";

    // How free words are called in events; what is called so and is none.
    private static readonly string[] Free = ["Reason", "Words", "Findings", "Comment", "Told", "Found", "Value", "Name", "Relation", "OrderedBy", "Items", "Note", "Remark", "Text", "Representatives", "Listed", "Present", "Recused"];

    private static readonly string[] ClosedSets =
    [
        // Names of staff, who stand by name in every journal; an actor's is masked where it is a resident's.
        "Actor.Name", "MandateHolder.Name", "Principal.Name", "Signature.Name",
        // Codes of services.
        "Mandate.Items", "MandateGranted.Items", "AuthoritySuspended.Items",
        // Of a point's authority, by offices about offices: there is no person's journal that could be erased.
        "AuthoritySuspended.Reason", "AuthorityLifted.Reason", "AuthorityChanged.Reason",
    ];

    private static readonly JournalSealer Sealer = new(new KeyRing(new SealingKeys(new byte[32])));
    private readonly JournalKey key = Sealer.New(Town.CaseId);

    [Fact]
    public void Every_event_with_words_in_it_is_read_as_it_was_written()
    {
        Assert.All(JournalJsonTests.EveryKind, happened => Assert.Equal(JournalJson.Write(happened), JournalJson.Write(JournalJson.Read(JournalJson.Write(happened, Ink()), Ink()))));
        Assert.All(SupervisionJsonTests.EveryKind, happened => Assert.Equal(SupervisionJson.Write(happened), SupervisionJson.Write(SupervisionJson.Read(SupervisionJson.Write(happened, Ink()), Ink()))));
    }

    [Fact]
    public void No_words_stand_in_clear_in_an_entry_and_its_hash_is_over_what_stands_there()
    {
        var entries = JournalChain.Extend(Town.CaseId, [], [new TaskDone("decide-r1", new TaskAct.Refused(Why))], Actor.System, Town.Start);
        var sealedOnes = JournalChain.Extend(0, JournalChain.Genesis(Town.CaseId), [new TaskDone("decide-r1", new TaskAct.Refused(Why))], Actor.System, Town.Start, Ink());

        Assert.Contains(Why, entries[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, sealedOnes[0].Body, StringComparison.Ordinal);
        Assert.IsType<ChainReading.Intact>(JournalChain.Verify(Town.CaseId, sealedOnes));
    }

    [Fact]
    public void What_was_written_in_clear_before_is_still_read() =>
        Assert.Equal(new RatingExcluded("误点了一分"), JournalJson.Read("""{"type":"rating-excluded","reason":"误点了一分"}""", Ink()));

    [Fact]
    public void With_the_key_the_words_are_gone() => Assert.Equal(
        new RatingExcluded(""), JournalJson.Read(JournalJson.Write(new RatingExcluded(Why), Ink()), new JournalInk(Sealer, Town.CaseId, JournalKey.Destroyed(Town.CaseId, key.Id), isNew: false)));

    [Fact]
    public void Words_carried_over_from_another_case_open_nothing() => Assert.ThrowsAny<CryptographicException>(() => JournalJson.Read(
        JournalJson.Write(new RatingExcluded(Why), Ink()), new JournalInk(Sealer, "XT260302-OTHER0", key with { Journal = "XT260302-OTHER0" }, isNew: false)));

    [Fact]
    public void Where_the_key_was_lost_and_another_came_later_the_words_of_before_are_gone_and_those_of_since_are_read()
    {
        var later = Sealer.NewLater(Town.CaseId);
        JournalInk Now() => new(Sealer, Town.CaseId, later, isNew: false);

        Assert.Equal(new RatingExcluded(""), JournalJson.Read(JournalJson.Write(new RatingExcluded(Why), Ink()), Now()));
        Assert.Equal(new RatingExcluded(Why), JournalJson.Read(JournalJson.Write(new RatingExcluded(Why), Now()), Now()));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key, Sealer.Seal(later, Why, "words"), "words"));
    }

    [Fact]
    public void What_somebody_types_is_never_taken_for_something_sealed()
    {
        var typed = new RatingExcluded(Sealer.Seal(key, "x", "words"));

        Assert.Equal(typed, JournalJson.Read(JournalJson.Write(typed, Ink()), Ink()));
    }

    [Fact]
    public void What_was_told_stands_sealed_like_words_and_is_read_as_it_was_told()
    {
        var told = new SurveySigned("survey-r1", "staff:b", "李文静", Town.Since, new Money(987.5m), 4, Why);
        var body = JournalJson.Write(told, Ink());

        Assert.DoesNotContain("987.5", body, StringComparison.Ordinal);
        Assert.DoesNotContain("membersFound\":4", body, StringComparison.Ordinal);
        Assert.Equal(told, JournalJson.Read(body, Ink()));
    }

    [Fact]
    public void The_length_of_what_is_sealed_says_neither_yes_nor_no_nor_how_much()
    {
        Assert.Equal(JournalJson.Write(new DifferencesAnswered("t", true), Ink()).Length, JournalJson.Write(new DifferencesAnswered("t", false), Ink()).Length);
        Assert.Equal(JournalJson.Write(new BenefitStarted(Town.Since, new Money(9)), Ink()).Length, JournalJson.Write(new BenefitStarted(Town.Since, new Money(123456.78m)), Ink()).Length);
        Assert.Equal(JournalJson.Write(new NoticeTakenDown("t", 1, TakeDownCauses.Endangered), Ink()).Length, JournalJson.Write(new NoticeTakenDown("t", 1, TakeDownCauses.Objection), Ink()).Length);
    }

    [Fact]
    public void What_registries_answered_in_journals_of_before_is_read_with_its_values_sealed_one_by_one()
    {
        var before = $$"""{"type":"registers-answered","answers":[{"question":"vehicles","kind":"value","asOf":"2026-03-01","value":"{{Sealer.Seal(key, "2", "words")}}"}]}""";

        Assert.Equal("2", Assert.Single(((RegistersAnswered)JournalJson.Read(before, Ink())).Answers).Value);
    }

    [Fact]
    public void A_whole_case_is_folded_from_sealed_entries_and_from_those_whose_key_is_destroyed()
    {
        var journal = Story.Closed.Journal;
        CaseEvent[] Through(JournalInk with) => [.. journal.Select(entry => JournalJson.Read(JournalJson.Write(entry.Event, Ink()), with))];
        Case Fold(CaseEvent[] events) => Case.Of(journal.Select((entry, i) => entry with { Event = events[i] }));

        Assert.Equal(JournalJson.Write(journal[0].Event), JournalJson.Write(Through(Ink())[0]));
        Assert.Equal(Case.Of(journal).Decision!.Outcome, Fold(Through(Ink())).Decision!.Outcome);
        var erased = Fold(Through(new(Sealer, Town.CaseId, JournalKey.Destroyed(Town.CaseId, key.Id), isNew: false)));
        Assert.Equal((VerdictKind.Unknown, 0, "", new CaseOutcome.Approved(null, ((CaseOutcome.Approved)Case.Of(journal).Decision!.Outcome).PaidFrom)), (erased.Application.Verdict.Kind, erased.Application.Materials.Length, erased.Applicant.NameMasked, erased.Decision!.Outcome));
    }

    [Fact]
    public void Every_event_is_read_without_its_key_and_without_any() => Assert.All(
        JournalJsonTests.EveryKind, happened =>
        {
            var body = JournalJson.Write(happened, Ink());
            Assert.Equal(happened.Type, JournalJson.Read(body, new JournalInk(Sealer, Town.CaseId, JournalKey.Destroyed(Town.CaseId, key.Id), isNew: false)).Type);
            Assert.Equal(happened.Type, JournalJson.Read(body).Type);
        });

    [Fact]
    public void Where_the_key_was_lost_nobody_takes_an_amount_that_is_missing_for_none() => Assert.ThrowsAny<CryptographicException>(
        () => JournalJson.Read(JournalJson.Write(new BenefitStarted(Town.Since, new Money(1620)), Ink()), new JournalInk(Sealer, Town.CaseId, null, isNew: false)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_journal_without_a_key_gets_one_with_the_first_words(bool isNew)
    {
        var ink = new JournalInk(Sealer, Town.CaseId, null, isNew);
        JournalJson.Write(new MandateRevoked(), ink);
        var before = ink.Made;
        var body = JournalJson.Write(new RatingExcluded(Why), ink);

        Assert.Null(before);
        Assert.Equal(isNew, !ink.Made!.CameLater);
        Assert.Equal(new RatingExcluded(Why), JournalJson.Read(body, new JournalInk(Sealer, Town.CaseId, ink.Made, isNew: false)));
    }

    [Fact]
    public void Whatever_is_called_like_words_is_sealed() => Assert.Empty(
        from type in Told([typeof(CaseEvent), typeof(SupervisionEvent)])
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.CanWrite && (property.PropertyType == typeof(string) || property.PropertyType == typeof(ImmutableArray<string>)) && Free.Contains(property.Name)
            && !property.IsDefined(typeof(SealedInJournalAttribute)) && !ClosedSets.Contains($"{type.Name}.{property.Name}")
        select $"{type.Name}.{property.Name}");

    // All records that an event may hold, however deep.
    private static HashSet<Type> Told(IEnumerable<Type> roots)
    {
        var (found, open) = (new HashSet<Type>(), new Queue<Type>(roots));
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GenericTypeArguments)
                open.Enqueue(argument);
            if (type.Assembly != typeof(CaseEvent).Assembly || type.IsEnum || !found.Add(type))
                continue;
            foreach (var next in type.GetProperties().Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute))).Select(property => property.PropertyType).Concat(type.Assembly.GetTypes().Where(kind => kind.BaseType == type)))
                open.Enqueue(next);
        }
        return found;
    }

    private JournalInk Ink() => new(Sealer, Town.CaseId, key, isNew: false);
}
