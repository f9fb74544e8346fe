using System.Collections.Concurrent;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Local.Year.Households;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Acting;

/// <summary>Residents: they apply, and then act on what they are told: bring papers, take a mandate back, complain, rate, appeal.</summary>
internal sealed class ResidentsAtHome(IReadOnlyList<Resident> all, Told told, YearCity city, Dice dice, ActTally tally)
{
    private const int AtOnce = 8;
    private const string PrivacyNotice = "2026-1";

    private readonly ConcurrentDictionary<string, (Resident Of, CaseReceipt Receipt)> cases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateOnly, ConcurrentBag<Errand>> errands = new();
    private readonly Dictionary<string, int> heard = new(StringComparer.Ordinal);
    private int coming;

    private enum ErrandKind { Bring, Revoke, Grant, Complain, Object, Rate, Appeal, Change }

    /// <summary>Every case that somebody was told to have, by its number.</summary>
    public IReadOnlyDictionary<string, (Resident Of, CaseReceipt Receipt)> Cases => cases;

    public bool IsDead(string caseId, DateOnly today) => cases.TryGetValue(caseId, out var found) && !found.Of.IsAlive(today);

    /// <summary>One morning: who comes today applies, and everybody runs the errands they had in mind for today.</summary>
    public async Task MorningAsync(DateOnly today, CancellationToken stop)
    {
        Think(today);
        var first = coming;
        while (coming < all.Count && all[coming].AppliesOn <= today)
            coming++;
        var degree = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(all.Skip(first).Take(coming - first), degree, async (resident, ct) => await ApplyAsync(resident, today, ct));
        var due = errands.Keys.Where(day => day <= today).SelectMany(day => errands.TryRemove(day, out var some) ? some : []).Where(errand => errand.Of.IsAlive(today));
        // The errands of one case one after the other, in their order.
        var byCase = due.GroupBy(errand => errand.CaseId).Select(group => group.OrderBy(errand => errand.Kind).ToArray()).ToArray();
        await Parallel.ForEachAsync(byCase, degree, async (some, ct) =>
        {
            foreach (var errand in some)
                await RunAsync(errand, ct);
        });
    }

    private async Task ApplyAsync(Resident resident, DateOnly today, CancellationToken stop)
    {
        var (wish, key) = (resident.Wish, resident.Key);
        var mandate = dice.Happens(0.6, $"mandate {key}");
        var fetches = mandate && dice.Happens(0.2, $"has the result brought {key}");
        var list = (await city.Door.PostAsync(Routes.Materials, null, new MaterialListRequest(wish.Facts, wish.Services, mandate), stop)).Must<MaterialListView>();
        var later = dice.Happens(0.15, $"later {key}") ? list.Papers.Where(paper => paper is { Status: "needed", Later: not null }).Select(paper => paper.Code).ToArray() : [];
        var form = new SubmitApplication(
            SubmissionId(key), wish.Services, "zh-CN", wish.Facts, resident.Details, [.. list.Papers.Select(paper => paper.Code)], PrivacyNotice, mandate, wish.Story,
            later.Length > 0 ? new MaterialChoices(later) : null,
            fetches ? new MandateOffer("village", Acts: [.. MandateActs.Errands, MandateActs.ReceiveNotices, MandateActs.CollectResult], Notices: NoticeChoices.Both, SignLater: true) : null)
        {
            Relatives = dice.Happens(0.02, $"kin {key}") ? new RelativesTold("yes", "村里的会计是我表哥") : new RelativesTold("no"),
        };
        var reply = await city.Door.PostAsync(Routes.Applications, resident.Participant, form, stop);
        if (!reply.Ok)
        {
            tally.Wonder($"{key} could not apply for {string.Join(' ', wish.Services)}: {System.Text.Encoding.UTF8.GetString(reply.Body)}");
            return;
        }
        foreach (var receipt in reply.As<ApplicationReceipt>().Cases)
        {
            cases[receipt.CaseId] = (resident, receipt);
            tally.Did("applied");
            PlanAhead(resident, receipt.CaseId, mandate, today);
            if (fetches)
                await SignMandateAsync(resident, receipt.CaseId, stop);
        }
        // A thumb that presses twice gets the same cases.
        if (dice.Happens(0.02, $"applies twice {key}"))
            Same(reply.As<ApplicationReceipt>(), (await city.Door.PostAsync(Routes.Applications, resident.Participant, form, stop)).Must<ApplicationReceipt>(), key);
    }

    // More than the errands takes a signature: on the screen, right after applying.
    private async Task SignMandateAsync(Resident resident, string caseId, CancellationToken stop)
    {
        var form = (await city.Door.GetAsync($"cases/{caseId}/forms/{FilledForms.Mandate}/text", resident.Participant, stop)).Must<FormView>();
        var signed = await city.Door.PostAsync($"cases/{caseId}/forms/{FilledForms.Mandate}/signature", resident.Participant, new SignForm(form.ContentHash, TypedName: resident.Details.Name), stop);
        if (!signed.Ok)
            tally.Wonder($"{caseId}: the mandate could not be signed: {signed.Code}");
    }

    private void Same(ApplicationReceipt one, ApplicationReceipt other, string key)
    {
        if (!one.Cases.Select(receipt => receipt.CaseId).SequenceEqual(other.Cases.Select(receipt => receipt.CaseId)))
            tally.Wonder($"{key} applied twice and has two cases");
    }

    private void PlanAhead(Resident resident, string caseId, bool mandate, DateOnly today)
    {
        if (dice.Happens(0.05, $"brings {caseId}"))
            Plan(today.AddDays(1), new(resident, caseId, ErrandKind.Bring));
        if (mandate && dice.Happens(0.03, $"revokes {caseId}"))
            Plan(today.AddDays(dice.Between(1, 6, $"when revokes {caseId}")), new(resident, caseId, ErrandKind.Revoke));
        if (!mandate && dice.Happens(0.05, $"grants {caseId}"))
            Plan(today.AddDays(dice.Between(1, 4, $"when grants {caseId}")), new(resident, caseId, ErrandKind.Grant));
        if (dice.Happens(0.015, $"complains {caseId}"))
            Plan(today.AddDays(dice.Between(3, 20, $"when complains {caseId}")), new(resident, caseId, ErrandKind.Complain));
    }

    // What was told since the last morning makes people want something.
    private void Think(DateOnly today)
    {
        foreach (var resident in all.Take(coming))
        {
            var news = told.NewsOf(resident.Participant);
            foreach (var notice in news.Skip(heard.GetValueOrDefault(resident.Participant)))
                Consider(resident, notice, today);
            heard[resident.Participant] = news.Count;
        }
    }

    private void Consider(Resident resident, Notice notice, DateOnly today)
    {
        switch (notice.Kind)
        {
            case NoticeKinds.CaseClosed when dice.Happens(0.62, $"rates {notice.CaseId}"):
                Plan(today.AddDays(dice.Weighted([(0, 70), (1, 12), (3, 10), (6, 6), (15, 2)], $"when rates {notice.CaseId}")), new(resident, notice.CaseId, ErrandKind.Rate));
                break;
            case NoticeKinds.CaseRefused when dice.Happens(0.2, $"appeals {notice.CaseId}"):
                Plan(today.AddDays(dice.Between(1, 8, $"when appeals {notice.CaseId}")), new(resident, notice.CaseId, ErrandKind.Appeal));
                break;
            case NoticeKinds.PublicNoticeStarted when dice.Happens(0.06, $"objects {notice.CaseId} {notice.Data["from"]}"):
                Plan(today.AddDays(dice.Between(1, 5, $"when objects {notice.CaseId}")), new(resident, notice.CaseId, ErrandKind.Object));
                break;
            case NoticeKinds.CaseApproved when notice.Data.ContainsKey("paid-from") && dice.Happens(0.08, $"changes {notice.CaseId}"):
                Plan(today.AddDays(dice.Between(20, 90, $"when changes {notice.CaseId}")), new(resident, notice.CaseId, ErrandKind.Change));
                break;
            case NoticeKinds.MaterialRequested or NoticeKinds.MaterialDue:
                Plan(today.AddDays(dice.Between(0, 3, $"when brings {notice.CaseId} {notice.Kind}")), new(resident, notice.CaseId, ErrandKind.Bring));
                break;
        }
    }

    private void Plan(DateOnly day, Errand errand) => errands.GetOrAdd(day, _ => []).Add(errand);

    private async Task RunAsync(Errand errand, CancellationToken stop)
    {
        var (resident, caseId, kind) = errand;
        var reply = kind switch
        {
            ErrandKind.Bring => await BringAsync(resident, caseId, stop),
            ErrandKind.Revoke => await city.Door.DeleteAsync($"cases/{caseId}/mandate", resident.Participant, stop),
            ErrandKind.Grant => await city.Door.PostAsync($"cases/{caseId}/mandate", resident.Participant, new { }, stop),
            ErrandKind.Complain => await city.Door.PostAsync(Routes.Complaints, null, new FileComplaint(SubmissionId($"complaint {caseId}"), "complaint", "办事的人态度不好，让我等了很久", caseId), stop),
            ErrandKind.Appeal => await city.Door.PostAsync(Routes.Complaints, null, new FileComplaint(SubmissionId($"appeal {caseId}"), "appeal", "我家确实困难，请重新核实", caseId), stop),
            ErrandKind.Object => await ObjectAsync(caseId, stop),
            ErrandKind.Change => await city.Door.PostAsync(
                $"cases/{caseId}/changes", resident.Participant, new ReportChange(SubmissionId($"change {caseId}"), dice.Pick(["change", "employment", "death"], $"what changed {caseId}"), "家里情况有变化，特此报告"), stop),
            _ => await RateAsync(resident, caseId, stop),
        };
        if (reply is null)
            return;
        if (reply.Ok)
            tally.Did(kind.ToString().ToLowerInvariant());
        else
            tally.WasRefused(reply.Code!);
        if ((int)reply.Status >= 500)
            tally.Wonder($"{kind} on {caseId}: {(int)reply.Status} {reply.Code}");
    }

    /// <returns><c>null</c>: there is nothing to bring.</returns>
    private async Task<Reply?> BringAsync(Resident resident, string caseId, CancellationToken stop)
    {
        var seen = await city.Door.GetAsync($"cases/{caseId}", resident.Participant, stop);
        var wanted = !seen.Ok ? null : seen.As<CaseView>().Materials.Where(paper => paper.HeldBy is null && paper.Status == "needed")
            .OrderByDescending(paper => paper.Requested is not null).ThenByDescending(paper => paper.LaterBy is not null).FirstOrDefault();
        return wanted is null ? null : await city.Door.UploadAsync($"cases/{caseId}/documents", resident.Participant, wanted.Code, PaperPhotos.Of(dice.Bytes($"{caseId} {wanted.Code}")), stop);
    }

    // A neighbour who reads the village's board, and knows what hangs there but not whose number it is.
    private async Task<Reply?> ObjectAsync(string caseId, CancellationToken stop)
    {
        var resident = cases[caseId].Of;
        var board = await city.Door.GetAsync($"notices/villages/{resident.Details.Village}", null, stop);
        var notice = board.Must<VillageNotices>().Notices.Where(hanging => hanging.Name[0] == resident.Details.Name[0] && hanging.Members == resident.Wish.Facts.Members)
            .OrderBy(hanging => hanging.From).ThenBy(hanging => hanging.Amount).ThenBy(hanging => hanging.Number, StringComparer.Ordinal).FirstOrDefault();
        return notice is null
            ? null
            : await city.Door.PostAsync(Routes.Objections, null, new RaiseObjection(SubmissionId($"objection {caseId}"), notice.Number, "这家在外面还有收入，请核实一下"), stop);
    }

    private Task<Reply> RateAsync(Resident resident, string caseId, CancellationToken stop)
    {
        var stars = dice.Weighted([(5, 70), (4, 18), (3, 6), (2, 4), (1, 2)], $"stars {caseId}");
        return city.Door.PostAsync($"cases/{caseId}/rating", resident.Participant, new RateCase(stars, stars <= 2 ? "等得太久，没人告诉我进度" : null), stop);
    }

    private string SubmissionId(string what) => Convert.ToHexStringLower(dice.Bytes($"submission {what}"))[..32];

    private sealed record Errand(Resident Of, string CaseId, ErrandKind Kind);
}
