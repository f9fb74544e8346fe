using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Acting;

/// <summary>Offices at work: whoever is there does what they were told of, sooner or later, and sometimes twice, or what is not theirs.</summary>
internal sealed class StaffAtWork(Workforce people, IReadOnlyList<ServicePoint> points, Told minds, Forms forms, YearCity city, Dice dice, ActTally tally, Func<string, bool> isDead)
{
    private const int AtOnce = 8;
    private const int MostActsATask = 3;

    private readonly StaffMember[][] township = [.. points.Select(point => people.All.Where(member => IsOf(member, point)).ToArray())];
    private readonly IGrouping<Role, StaffMember>[] atCity = [.. people.All.Where(member => member.Posts[0].Office == people.City).GroupBy(member => member.Posts[0].Role)];

    /// <summary>Half a working day: everybody goes through what they were told of.</summary>
    /// <param name="since">Working days between two days.</param>
    public async Task HalfDayAsync(DateOnly today, Func<DateOnly, DateOnly, int> since, CancellationToken stop)
    {
        // Points work side by side. Within one, one after the other, so that the same year goes the same way.
        await Parallel.ForEachAsync(township, Degree(stop), async (members, ct) =>
        {
            foreach (var (member, task) in members.SelectMany(member => Ripe(member, today, since)))
                await DoAsync(member, task, today, ct);
        });
        foreach (var role in atCity)
        {
            var work = role.SelectMany(member => Ripe(member, today, since)).ToArray();
            await Parallel.ForEachAsync(work, Degree(stop), async (ripe, ct) => await DoAsync(ripe.Member, ripe.Task, today, ct));
        }
    }

    private static bool IsOf(StaffMember member, ServicePoint point) =>
        member.Posts[0].Office == point.Office || point.Villages.Contains(member.Posts[0].Office.Split('/')[1]);

    private static ParallelOptions Degree(CancellationToken stop) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };

    // One of several holders of a post takes a task; another does when that one is away or may not.
    private IEnumerable<(StaffMember Member, ToldTask Task)> Ripe(StaffMember member, DateOnly today, Func<DateOnly, DateOnly, int> since)
    {
        if (!people.IsThere(member, today))
            yield break;
        foreach (var task in minds.TasksOf(member.Participant))
        {
            if (since(task.Since, today) >= Delay(task) && Taker(member, task, today) == member.Id)
                yield return (member, task);
        }
    }

    private string? Taker(StaffMember member, ToldTask task, DateOnly today)
    {
        var post = member.Posts[0];
        var there = people.Holders(post.Role, post.Office)
            .Where(other => minds.Knows(other.Participant, task) && people.IsThere(other, today)).ToArray();
        return there.Length == 0 ? null : dice.Pick(there, $"takes {task.CaseId} {task.TaskId}").Id;
    }

    // Working days that somebody lets a task lie.
    private int Delay(ToldTask task) => dice.Weighted([(0, 62), (1, 22), (2, 8), (4, 4), (8, 3), (20, 1)], $"delay {task.CaseId} {task.TaskId}");

    private async Task DoAsync(StaffMember member, ToldTask told, DateOnly today, CancellationToken stop)
    {
        if (dice.Happens(0.004, $"trespass {told.CaseId} {told.TaskId}"))
            await TrespassAsync(member, told, today, stop);
        var card = await city.Door.GetAsync($"cases/{told.CaseId}/tasks/{told.TaskId}", member.Participant, stop);
        for (var acts = 0; acts < MostActsATask; acts++)
        {
            if (!card.Ok || card.As<TaskView>() is not { Actions.Count: > 0 } task || forms.For(member, task, isDead(told.CaseId), today) is not { } form)
            {
                // Not theirs, or somebody else was faster.
                minds.Forget(member.Participant, told);
                return;
            }
            // Signed already: the second investigator is next.
            if (task.Survey is not null && form.Action == ActNames.Surveyed)
                return;
            var version = task.Version;
            if (Forms.PaperFirst(task, form) is { } paper)
                await city.Door.UploadAsync($"cases/{told.CaseId}/documents", member.Participant, paper, PaperPhotos.Of(dice.Bytes($"{told.CaseId} {paper}")), stop);
            card = await PostAsync(member, told, form, stop);
            // A refusal stands until something about the case changes; what leaves the task open is followed by the next act on the same card.
            if (!card.Ok || form.Action is ActNames.RequestMaterial or ActNames.PauseClock or ActNames.ExtendTime or ActNames.Convene || card.As<TaskView>() is not { Actions.Count: > 0 } after || after.Version == version)
                return;
        }
    }

    private async Task<Reply> PostAsync(StaffMember member, ToldTask told, TaskOutcome form, CancellationToken stop)
    {
        var route = $"cases/{told.CaseId}/tasks/{told.TaskId}/outcome";
        var reply = await city.Door.PostAsync(route, member.Participant, form, stop);
        if (reply.Ok)
            tally.Did(form.Action);
        else
            Refused(reply, form.Action, told);
        // A thumb that presses twice.
        if (reply.Ok && dice.Happens(0.01, $"twice {told.CaseId} {told.TaskId} {form.Action}"))
            Refused(await city.Door.PostAsync(route, member.Participant, form, stop), form.Action, told);
        return reply;
    }

    private void Refused(Reply reply, string action, ToldTask told)
    {
        // Asking for the same paper, or noting the same visit, twice is once.
        if (reply.Ok)
            return;
        tally.WasRefused(reply.Code!);
        if ((int)reply.Status >= 500 || reply.Code is ProblemCodes.Malformed)
            tally.Wonder($"{action} on {told.CaseId} {told.TaskId}: {(int)reply.Status} {reply.Code}");
    }

    // Somebody of another office tries it: whatever the card says, the domain must not let them.
    private async Task TrespassAsync(StaffMember owner, ToldTask told, DateOnly today, CancellationToken stop)
    {
        var stranger = people.All.First(member => member.Posts[0].Role == Role.TownshipOfficer && member.Posts[0].Office != owner.Posts[0].Office);
        var card = await city.Door.GetAsync($"cases/{told.CaseId}/tasks/{told.TaskId}", owner.Participant, stop);
        if (!card.Ok || forms.For(stranger, card.As<TaskView>(), isDead: false, today) is not { } form)
            return;
        var reply = await city.Door.PostAsync($"cases/{told.CaseId}/tasks/{told.TaskId}/outcome", stranger.Participant, form, stop);
        if (reply.Ok)
            tally.Wonder($"{stranger.Id} did {form.Action} on {told.CaseId} {told.TaskId}, which was no business of theirs");
        else
            tally.WasRefused(reply.Code!);
    }
}
