using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Authority;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Teams;

/// <summary>Cards in Teams (universal actions) on real cases: the bot, the back office and its table of acts together.</summary>
public sealed class TeamsActionTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Look = "refresh";

    private static readonly string[] Acts = [.. typeof(ActNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!), "pardon"];

    private static readonly string[] Cast = [Town.Agent, Town.Officer, Town.Chief, Town.Filing, Town.Reviewer, Town.ForeignOfficer, People.Kin, "staff:was-reviewer"];

    [Fact]
    public async Task A_case_goes_to_its_decision_by_presses_in_teams_and_each_is_journalled_as_who_pressed()
    {
        await using var office = await Office.OpenAsync(azurite);
        await using var bot = await TeamsBot.OpenAsync(office);
        var journey = await Journey.BeginAsync(office);
        var (agent, officer, second, chief) = (await bot.OfAsync(Town.Agent), await bot.OfAsync(Town.Officer), await bot.OfAsync(Town.Second), await bot.OfAsync(Town.Chief));

        var collected = await PressAsync(journey, agent, "collect-r1", ActNames.Collected, new() { ["materials"] = "M04,M05,M07" });
        await PressAsync(journey, officer, "survey-r1", ActNames.Surveyed, new() { ["second"] = "zhai-deputy", ["incomeFound"] = "1300", ["membersFound"] = "4" });
        await PressAsync(journey, second, "survey-cosign-r1", ActNames.Cosigned, []);
        await PressAsync(journey, officer, "verify-r1", ActNames.Verified, new() { ["verification"] = "consistent" });
        await journey.ProposeAsync();
        await journey.HangNoticeAsync();
        var before = await chief.PressAsync(Look, On(journey, "decide-r1"));
        var decided = await PressAsync(journey, chief, "decide-r1", ActNames.Approve, new() { ["amount"] = "1620" });

        Assert.Equal("approved", (await journey.SeeAsync()).Decision!.Outcome);
        Assert.Equal((200, 200), (collected.Status, decided.Status));
        Assert.Contains(ActNames.Approve, before.Verbs);
        Assert.DoesNotContain(ActNames.Approve, decided.Verbs);
        var result = (await journey.TaskAsync("verify-r1", Town.Officer)).Result!;
        Assert.Equal((ActNames.Verified, "翟敏（乡镇经办人）"), (result.Action, result.ByName));
    }

    [Fact]
    public async Task Whoever_may_not_presses_in_vain_on_real_cases_whatever_act_the_card_names()
    {
        await using var office = await Office.OpenAsync(azurite);
        await People.SeedAsync(office);
        await using var bot = await TeamsBot.OpenAsync(office);
        var (surveying, deciding) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        await deciding.ToDecisionAsync();
        await surveying.CollectAsync();
        await surveying.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "柳青青", Relation = "表弟" });
        await office.SettleAsync();
        Scene[] scenes =
        [
            (await SceneAsync(surveying, "survey-r1", Role.TownshipOfficer)) with { Kin = [People.Kin] },
            await SceneAsync(deciding, "decide-r1", Role.ChiefRepresentative),
        ];
        var before = (await VersionAsync(surveying), await VersionAsync(deciding));
        var (wrong, pressed) = (new ConcurrentQueue<string>(), 0);

        await Parallel.ForEachAsync(Cast, async (participant, _) =>
        {
            var (person, hand) = (People.All.Single(person => person.Participant == participant), await bot.OfAsync(participant));
            foreach (var (scene, task, act) in from scene in scenes from task in scene.Tasks.Keys from act in Acts where !MayPress(person, scene, task, act) select (scene, task, act))
            {
                var answer = await hand.PressAsync(act, Forged(scene.CaseId, task, act));
                Interlocked.Increment(ref pressed);
                // Without a post one is nobody here; everybody else is shown how it stands, as far as it is theirs.
                if (answer.Status != (person.Posts.IsEmpty ? 403 : 200)) wrong.Enqueue($"{act} on {task} by {participant}: {answer.Status}");
                if (scene.Kin.Contains(participant) || person.Posts.IsEmpty || participant == Town.ForeignOfficer)
                {
                    if (answer.Verbs.Length > 0) wrong.Enqueue($"{act} on {task} by {participant} is offered {string.Join(' ', answer.Verbs)}");
                }
            }
        });
        await office.SettleAsync();

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(40)));
        Assert.True(pressed > 500, $"Only {pressed} pressed.");
        Assert.Equal(before, (await VersionAsync(surveying), await VersionAsync(deciding)));
    }

    [Fact]
    public async Task At_a_suspended_point_the_representative_presses_in_vain_and_whoever_decides_meanwhile_does_not()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        await using var bot = await TeamsBot.OpenAsync(office);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        var (chief, bureau) = (await bot.OfAsync(Town.Chief), await bot.OfAsync(Town.Bureau));
        var atFirst = await chief.PressAsync(Look, On(journey, "decide-r1"));
        using (var suspended = await office.SendAsync(HttpMethod.Put, "points/370982103/suspension", Town.Reviewer, new SuspendAuthority("抽查发现越权决定"))) suspended.EnsureSuccessStatusCode();
        await office.SettleAsync();
        var before = (await journey.SeeAsync()).Version;

        // The card from before is still there, and its button posts what it always did.
        var refused = await PressAsync(journey, chief, "decide-r1", ActNames.Approve, new() { ["amount"] = "1620" });
        var looked = await chief.PressAsync(Look, On(journey, "decide-r1"));
        var after = (await journey.SeeAsync()).Version;
        await PressAsync(journey, bureau, "decide-r1", ActNames.Approve, new() { ["amount"] = "1620" });

        Assert.Contains(ActNames.Approve, atFirst.Verbs);
        Assert.Equal((before, 200), (after, refused.Status));
        Assert.DoesNotContain(ActNames.Approve, refused.Verbs.Concat(looked.Verbs));
        Assert.Contains("市局经办人", chief.Heard, StringComparison.Ordinal);
        Assert.Equal("approved", (await journey.SeeAsync()).Decision!.Outcome);
    }

    private static async Task<Pressed> PressAsync(Journey journey, TeamsPerson who, string taskId, string act, JsonObject inputs)
    {
        var data = On(journey, taskId);
        data["act"] = act;
        foreach (var (name, value) in inputs) data[name] = value!.DeepClone();
        var answer = await who.PressAsync(act, data);
        await journey.Office.SettleAsync();
        return answer;
    }

    private static JsonObject On(Journey journey, string taskId) => new() { ["caseId"] = journey.CaseId, ["taskId"] = taskId };

    private static async Task<Scene> SceneAsync(Journey journey, string taskId, Role role)
    {
        var file = await journey.Office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default);
        return new(journey.CaseId, CaseStates.Of(file!.Current), ImmutableDictionary<string, SceneTask>.Empty.Add(taskId, new((role, Town.Point))));
    }

    private static async Task<int> VersionAsync(Journey journey) => (await journey.SeeAsync()).Version;

    // As over the API: whoever's the decision is gives the case its longer limit from any of its tasks, and kin says so as often as they like.
    private static bool MayPress(Person person, Scene scene, string task, string act) =>
        ActTable.InForce.OnCase(act) is { } line
        && ((line.Judge(person.To(scene, task)) == Judgement.Allowed && line.When.Contains(scene.State)) || (act == ActNames.ExtendTime && person.Participant == Town.Chief) || (act == ActNames.DeclareRelative && scene.Kin.Contains(person.Participant)));

    private static JsonObject Forged(string caseId, string taskId, string act) => new()
    {
        ["act"] = act, ["caseId"] = caseId, ["taskId"] = taskId, ["participant"] = Town.Chief, ["role"] = "chief-representative", ["amount"] = "1620", ["materials"] = "M04,M05,M07", ["refusalReason"] = "这是伪造的卡片内容",
        ["reason"] = "这是伪造的卡片内容", ["verification"] = "consistent", ["second"] = "zhai-deputy", ["incomeFound"] = "1300", ["membersFound"] = "4", ["registerNumber"] = "1", ["items"] = "补充说明",
    };
}
