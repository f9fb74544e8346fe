using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>
/// Every act of a card, posted in the chat by somebody of every standing, over the whole city: the table of acts decides, as it does over the API. Nothing that it does not
/// allow leaves a trace, whatever the card names: another's task, another's case, an act that the task never offered, a card of before.
/// </summary>
public sealed class EveryCardTests(City city) : IClassFixture<City>
{
    // Of the demonstration's people, in other posts than there.
    private const string ForeignChief = "zhai-head";
    private const string ForeignDeputy = "zhai-deputy";
    private const string Former = "city-agent";
    private const string Kin = "zhai-agent";

    private static readonly DateOnly Long = new(2020, 1, 1);

    private static readonly string[] Acts = [.. Names(typeof(ActNames)), .. Names(typeof(MatterActNames)).Except(Names(typeof(ActNames))), "pardon"];

    private static readonly string[] Formless = [ActNames.OutsideArea, ActNames.StartSurvey];

    // To who has the card before them: it has no such act.
    private const string NoSuchAct = "这一步不能这样办";
    private const string NoMandate = "没有有效的代办授权";
    private const string NoAuthority = "没有查到这里的授权";

    // What is told to whom it does not belong, what is told of the case, and of a card that nobody can have got.
    private static readonly string[] Refusals = [Words.Zh("StaffNotYours"), Words.Zh("StaffOutOfOrder"), Words.Zh("StaffOldCard"), Words.Zh("OldButton"), Words.Zh("CaseNotFound"), Words.Zh("StaffAlreadyDonePlain"), Words.Literal("StaffAlreadyDone")];

    // Nobody is asked who it is, or about no case: no card is posted so.
    private static readonly Relation[] NotOfCards = [Relation.Anybody, Relation.Door, Relation.Post];

    [OwnCityFact]
    public async Task Whoever_posts_a_card_does_what_the_table_lets_them_and_nothing_else()
    {
        await SeedAsync();
        var hands = await HandsAsync();
        var journeys = hands.Select(hand => hand.Journey).Distinct().ToArray();
        var (wrong, posted) = (new List<string>(), 0);

        foreach (var hand in hands)
        {
            var before = await VersionsAsync(journeys);
            var state = CaseStates.Of((await CaseAsync(hand.Journey)).Current);
            foreach (var act in Acts)
            {
                // Whose the decision is gives a case its longer limit from any of its tasks.
                if (act == ActNames.ExtendTime && hand.Standing == new Standing(Relation.Here, Role.ChiefRepresentative))
                    continue;
                var line = ActTable.InForce.OnCase(act);
                var allowed = line is not null && line.May.Contains(hand.Standing) && (hand.Bars & line.Never) == Bars.None && line.When.Contains(state);
                // These take no form: who may does it, at the end.
                if (allowed && Formless.Contains(act))
                    continue;
                // With a form that lacks everything: who may hears what is missing.
                var answer = await hand.Chat.PostValueAsync(Card(hand, act, whole: !allowed));
                var refused = Refusals.Any(words => answer.Contains(words, StringComparison.Ordinal))
                    || (hand.Standing.Relation == Relation.Applied && answer.Contains(NoMandate, StringComparison.Ordinal))
                    || (hand.Standing.Relation == Relation.Desk && (answer.Contains(NoSuchAct, StringComparison.Ordinal) || answer.Contains(NoAuthority, StringComparison.Ordinal)))
                    || (hand.Bars.HasFlag(Bars.Kin) && answer.Contains("回避", StringComparison.Ordinal));
                if (!allowed && !refused)
                    wrong.Add($"{act} by {hand.Standing} {hand.Bars} in {state.Code()} is answered: {answer.ReplaceLineEndings(" ")}");
                if (allowed && answer.Contains(Words.Zh("StaffNotYours"), StringComparison.Ordinal))
                    wrong.Add($"{act} by {hand.Standing} in {state.Code()} is theirs and was refused");
                posted++;
            }
            if (!Enumerable.SequenceEqual(before, await VersionsAsync(journeys)))
                wrong.Add($"{hand.Standing} {hand.Bars} in {state.Code()} left something behind");
        }

        foreach (var (role, act) in ((Role, string)[])[(Role.VillageAgent, ActNames.OutsideArea), (Role.TownshipOfficer, ActNames.StartSurvey)])
        {
            var hand = hands.Single(hand => hand is { Bars: Bars.None } && hand.Standing == new Standing(Relation.Desk, role));
            var (before, answer) = ((await CaseAsync(hand.Journey)).Current.Version, await hand.Chat.PostValueAsync(Card(hand, act, whole: false)));
            if ((await CaseAsync(hand.Journey)).Current.Version == before)
                wrong.Add($"{act} by {hand.Standing} is theirs and was answered: {answer}");
        }

        var lacking = Enum.GetValues<Relation>().Except(NotOfCards).Except(hands.Select(hand => hand.Standing.Relation)).ToArray();
        Assert.True(lacking.Length == 0, "Nobody posts a card who stands as " + string.Join(", ", lacking));
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {posted}:\n{string.Join('\n', wrong.Take(120))}");
        Assert.True(posted >= hands.Count * 50, $"Only {posted} cards posted.");
        foreach (var journey in journeys) journey.Dispose();
    }

    // Everybody at the decision of one case; besides, the household's agent at its errand, kin at a survey, and cards that were kept.
    private async Task<IReadOnlyList<Hand>> HandsAsync()
    {
        var (deciding, collecting, surveying, decided, moved) = (await BeginAsync(), await BeginAsync(), await BeginAsync(), await BeginAsync(), await BeginAsync());
        await deciding.ToRefusalAsync();
        await decided.ToRefusalAsync();
        await decided.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = "核对发现名下有汽车" });
        await surveying.CollectAsync();
        await JournalAsync(surveying, new RelativeDeclared("柳青青", RelativeSource.Staff, "表亲", City.Staff(Kin)));
        var handed = await BeginAsync();
        await handed.CollectAsync();
        await JournalAsync(handed, new TaskReassigned("verify-r1", Role.DeputyRepresentative, "township/370982101"));
        // From one telephone to another: whose it was posts on.
        await moved.CollectAsync();
        await city.SettleAsync();
        var other = await Resident.OpenAsync(city.PublicUrl);
        await ActAsync(moved, current => CaseDecisions.MoveTo(current, city.ResidentOf(other.Chat), city.Local.BackOffice.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        var (applied, actedFor) = (await AppliedAsync(), await ActingTests.BeginAsync(city));
        await city.SettleAsync();

        return
        [
            await StaffAsync(Journey.Chief, deciding, "decide-r1", new(Relation.Desk, Role.ChiefRepresentative)),
            await StaffAsync(Journey.Agent, deciding, "decide-r1", new(Relation.Mandate, Role.VillageAgent)),
            await StaffAsync(Journey.Officer, deciding, "decide-r1", new(Relation.Here, Role.TownshipOfficer)),
            await StaffAsync(Journey.Reviewer, deciding, "decide-r1", new(Relation.Here, Role.CityReviewer)),
            await StaffAsync(Journey.Filing, deciding, "decide-r1", new(Relation.Here, Role.CityFilingOfficer)),
            await StaffAsync(ForeignChief, deciding, "decide-r1", new(Relation.Elsewhere, Role.ChiefRepresentative)),
            await StaffAsync(Former, deciding, "decide-r1", new(Relation.NoPost)),
            await StaffAsync(Journey.Agent, collecting, "collect-r1", new(Relation.Desk, Role.VillageAgent)),
            // Their own card's act, on a task of another case that lies before somebody else.
            await StaffAsync(Journey.Chief, surveying, "survey-r1", new(Relation.Here, Role.ChiefRepresentative)),
            await StaffAsync(Journey.Officer, surveying, "survey-r1", new(Relation.Desk, Role.TownshipOfficer)),
            await StaffAsync(Kin, surveying, "survey-r1", new(Relation.Desk, Role.TownshipOfficer), Bars.Kin),
            await StaffAsync(ForeignDeputy, handed, "survey-r1", new(Relation.Handed, Role.DeputyRepresentative)),
            await StaffAsync(Journey.Agent, applied, "collect-r1", new(Relation.Applied, Role.VillageAgent)),
            // A card kept from before the decision.
            await StaffAsync(Journey.Chief, decided, "decide-r1", new(Relation.Desk, Role.ChiefRepresentative)),
            new(deciding.Resident.Chat, deciding, "decide-r1", new(Relation.Owner)),
            new(moved.Resident.Chat, moved, "survey-r1", new(Relation.FormerOwner)),
            new(actedFor.Resident.Chat, actedFor, "collect-r1", new(Relation.Representative)),
            new(collecting.Resident.Chat, deciding, "decide-r1", new(Relation.Resident)),
        ];
    }

    private Task<Journey> BeginAsync() => Journey.BeginAsync(city);

    private static async Task<Hand> StaffAsync(string who, Journey journey, string task, Standing standing, Bars bars = Bars.None) => new(await journey.DeskOfAsync(who), journey, task, standing, bars);

    // An agent applied at the door; the mandate is still to be signed.
    private async Task<Journey> AppliedAsync()
    {
        var household = new HouseholdFacts { HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1300, FinancialAssets = 5000, OwnsCar = false, Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = 0, HasSeverelyAffectedMember = false };
        var form = new SubmitCase(
            Guid.NewGuid().ToString(), "D1.2", "zh-CN", household, new ApplicantDetails(Resident.Name, Resident.IdNumber, Resident.Phone, "370982103201"),
            ["M01", "M02", "M03", "M04", "M05", "M07", "M13"], "2026-1", true, Resident.Story)
        {
            Mandate = new MandateOffer("village", Agent: Journey.Agent, Acts: [.. MandateActs.All]) { SignLater = true },
        };
        using var answer = await city.AskAsync(HttpMethod.Post, Routes.Cases, City.Staff(Journey.Agent), form);
        var receipt = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CaseReceipt>(Wire.Json))!;
        return new Journey(city, await Resident.OpenAsync(city.PublicUrl), receipt.CaseId);
    }

    private Task JournalAsync(Journey journey, CaseEvent happened) => ActAsync(journey, _ => new Decision.Accepted(Actor.System, [happened]));

    private async Task ActAsync(Journey journey, Func<Case, Decision> decide)
    {
        await city.SettleAsync();
        Assert.IsType<Acted.Done>(await Cabinet.ActAsync(journey.CaseId, (file, _) => decide(file.Current), default));
    }

    private async Task<CaseFile> CaseAsync(Journey journey) => (await Cabinet.FindAsync(journey.CaseId, default))!;

    private CaseCabinet Cabinet => city.Local.BackOffice.Services.GetRequiredService<CaseCabinet>();

    private async Task<int[]> VersionsAsync(IEnumerable<Journey> journeys)
    {
        await city.SettleAsync();
        var versions = new List<int>();
        foreach (var journey in journeys)
            versions.Add((await CaseAsync(journey)).Current.Version);
        return [.. versions];
    }

    private StaffDirectory Directory => city.Local.BackOffice.Services.GetRequiredService<StaffDirectory>();

    // Who is there signs in; what they are in this city is another matter.
    private Task SeedAsync() => Directory.SeedAsync(
    [
        new(ForeignChief, "东立", [new Post(Role.ChiefRepresentative, "township/370982101", Long)]),
        new(ForeignDeputy, "东秀", [new Post(Role.DeputyRepresentative, "township/370982101", Long)]),
        new(Former, "前任", [new Post(Role.ChiefRepresentative, "township/370982103", Long, new DateOnly(2026, 11, 23))]),
        new(Kin, "柳青青", [new Post(Role.TownshipOfficer, "township/370982103", Long)]),
    ]);

    private static JsonObject Card(Hand hand, string act, bool whole)
    {
        var card = new JsonObject { ["act"] = act, ["caseId"] = hand.Journey.CaseId, ["taskId"] = hand.TaskId, ["version"] = 1 };
        if (!whole) return card;
        // Everything a card could carry, as its form would send it.
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("amount", "1720"), ("materials", "M04,M05,M07"), ("refusalReason", "这是伪造的卡片内容"), ("reason", "这是伪造的卡片内容"), ("words", "这是伪造的卡片内容"), ("verification", "consistent"), ("incomeFound", "1200"), ("membersFound", "4"),
            ("findings", "情况属实"), ("second", Journey.Second), ("registerNumber", "备2026-118"), ("cause", "hearing"), ("until", "2026-12-01"), ("on", "2026-11-24"), ("items", "补充说明"), ("investigator1", "赵严"), ("investigator2", "李文静"),
            ("relativeIs", "other"), ("relativeName", "孙某"), ("relation", "表弟"), ("representatives", "甲\n乙\n丙"), ("memberName", "孙小"), ("memberNumber", "370982196001010011"), ("memberAuthorised", "yes"),
        ]) card[name] = value;
        if (act == ActNames.Cannot) card["cause"] = DeclineCauses.All.First();
        return card;
    }

    private static IEnumerable<string> Names(Type names) => names.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>Somebody with a card: who posts it in which chat, on which task, and how they stand to it.</summary>
    private sealed record Hand(Chat Chat, Journey Journey, string TaskId, Standing Standing, Bars Bars = Bars.None);
}
