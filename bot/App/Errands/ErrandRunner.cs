using System.Collections.Immutable;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Conversation;

namespace OneVisit.Bot.Errands;

/// <summary>Does in the back office what a conversation wants done, in the name of who speaks.</summary>
internal sealed class ErrandRunner(BackOffice office, ChannelFiles files, ILogger<ErrandRunner> log)
{
    public async Task<EffectResult> RunAsync(Effect effect, Speaker speaker, string? serviceUrl, CancellationToken stop) => effect switch
    {
        Effect.Submit submit => Told(await office.PostAsync<CaseReceipt>(speaker, Routes.Cases, submit.Application, stop), receipt => new EffectResult.Submitted(receipt)),
        Effect.Apply apply => Told(await office.PostAsync<ApplicationReceipt>(speaker, Routes.Applications, apply.Application, stop), receipt => new EffectResult.Applied(receipt)),
        Effect.Upload upload => await UploadAsync(upload, speaker, serviceUrl, stop),
        Effect.ListMyCases => Told(await office.GetAsync<ImmutableArray<CaseSummary>>(speaker, Routes.MyCases, stop), cases => new EffectResult.Cases(cases)),
        Effect.ShowCase show => Told(await office.GetAsync<CaseView>(speaker, Paths.Case(show.CaseId), stop), found => new EffectResult.Shown(found)),
        Effect.RevokeMandate revoke => Told(await office.DeleteAsync<Nothing>(speaker, Paths.Mandate(revoke.CaseId), stop), _ => new EffectResult.MandateRevoked(revoke.CaseId)),
        Effect.EndActing end => Told(await office.DeleteAsync<Nothing>(speaker, Paths.Representation(end.CaseId), stop), _ => new EffectResult.ActingEnded(end.CaseId)),
        Effect.StopActing stopping => Told(await office.DeleteAsync<Nothing>(speaker, Paths.RepresentationActing(stopping.CaseId), stop), _ => new EffectResult.ActingEnded(stopping.CaseId)),
        Effect.ListAgents list => Told(await office.GetAsync<ImmutableArray<AgentOfficeView>>(speaker, Paths.Agents(list.CaseId, list.Village), stop), offices => new EffectResult.Agents(offices)),
        Effect.SendMandateCode send => Told(await office.PostAsync<MandateCodeSent>(speaker, Routes.MandateCodes, send.Request, stop), sent => new EffectResult.CodeSent(sent)),
        Effect.CheckMandateCode check => Told(await office.PostAsync<MandateCodeConfirmed>(speaker, Routes.MandateCodeCheck, check.Request, stop), _ => new EffectResult.CodeRight()),
        Effect.GrantMandate grant => Told(await office.PutAsync<CaseView>(speaker, Paths.Mandate(grant.CaseId), grant.Mandate, stop), found => new EffectResult.MandateGranted(found)),
        Effect.Claim claim => Told(await office.PostAsync<CaseView>(speaker, Routes.ClaimCase, new ClaimCase(claim.CaseId, claim.Code), stop), found => new EffectResult.Shown(found)),
        Effect.SendProofCode send => Told(await office.PostAsync<ProofCodeSent>(speaker, Routes.ProofCodes, send.Claimed, stop), sent => new EffectResult.ProofCodeSent(sent)),
        Effect.TakeProof take => Told(await office.PostAsync<ProofTaken>(speaker, Routes.Proof, take.Claimed, stop), taken => new EffectResult.Proven(taken)),
        Effect.NameActing naming => Told(await office.PutAsync<CaseView>(speaker, Paths.Representation(naming.CaseId), naming.Wish, stop), view => new EffectResult.ActingBegun(view)),
        Effect.NoteActing noting => Told(await office.PutAsync<CaseView>(speaker, Paths.RepresentationNamed(noting.CaseId), noting.Wish, stop), view => new EffectResult.ActingBegun(view)),
        Effect.NoteActingEnd note => Told(await office.PutAsync<Nothing>(speaker, Paths.RepresentationEnd(note.CaseId), note.End, stop), _ => new EffectResult.ActingEnded(note.CaseId)),
        Effect.NoteLaterLetter later => Told(await office.PutAsync<Nothing>(speaker, Paths.RepresentationUntil(later.CaseId), later.Wish, stop), _ => new EffectResult.ActingProlonged(later.CaseId, later.Wish.Until)),
        Effect.ReplacePhone replace => Told(await office.PutAsync<PhoneNowOnRecord>(speaker, Paths.CasePhone(replace.CaseId), replace.Wish, stop), now => new EffectResult.PhoneReplaced(now)),
        Effect.ListClients => Told(await office.GetAsync<ImmutableArray<ClientView>>(speaker, Routes.Clients, stop), clients => new EffectResult.Clients(clients)),
        Effect.EraseMine erase => Told(await office.PostAsync<ErasureAnswer>(speaker, Routes.MyErasure, new AskErasure(erase.SubmissionId), stop), answer => new EffectResult.ErasedMine(answer)),
        Effect.AskMe => Told(await office.GetAsync<Me>(speaker, Routes.Me, stop), me => new EffectResult.Myself(me)),
        Effect.Rate rate => Told(
            await office.PostAsync<Nothing>(speaker, Paths.Rating(rate.CaseId), new RateCase(rate.Stars, rate.Comment, rate.Tags), stop), _ => new EffectResult.Rated(rate.CaseId, rate.Stars)),
        Effect.AnswerFound found => Told(
            await office.PostAsync<Nothing>(speaker, Paths.Differences(found.CaseId), new AnswerDifferences(found.Agrees, found.Reason), stop), _ => new EffectResult.Heeded(found.CaseId)),
        Effect.ObjectToSurvey objection => Told(
            await office.PostAsync<Nothing>(speaker, Paths.SurveyObjection(objection.CaseId), new ObjectToSurvey(objection.Reason), stop), _ => new EffectResult.Heeded(objection.CaseId)),
        Effect.Complain complain => Told(
            await office.PostUnnamedAsync<ComplaintReceipt>(speaker.Language, Routes.Complaints, complain.Complaint, stop), receipt => new EffectResult.Complained(receipt)),
        Effect.Report report => Told(await office.PostAsync<ChangeReceipt>(speaker, Paths.Changes(report.CaseId), report.Change, stop), receipt => new EffectResult.ChangeReported(receipt)),
        Effect.ShowComplaint show => Told(await office.GetComplaintAsync(speaker.Language, show.ComplaintId, show.PickupCode, stop), found => new EffectResult.ComplaintShown(found)),
        Effect.Object raised => Told(
            await office.PostUnnamedAsync<ObjectionReceipt>(speaker.Language, Routes.Objections, raised.Objection, stop), receipt => new EffectResult.Objected(receipt)),
        Effect.ShowObjection show => Told(await office.GetObjectionAsync(speaker.Language, show.ObjectionId, show.PickupCode, stop), found => new EffectResult.ObjectionShown(found)),
        Effect.CallPerson call => Called(call),
        Effect.ListWork => Told(await office.GetAsync<ImmutableArray<TaskView>>(speaker, Routes.Work, stop), tasks => new EffectResult.Work(tasks)),
        Effect.ListMatrices => Told(await office.GetAsync<ImmutableArray<AuthorityMatrixView>>(speaker, Routes.AuthorityMatrix, stop), points => new EffectResult.Matrices(points)),
        Effect.ShowMatrix show => Told(await office.GetAsync<AuthorityMatrixView>(speaker, Paths.PointAuthority(show.Township), stop), matrix => new EffectResult.Matrix(matrix)),
        Effect.ChangeMatrix change => Told(await office.PutAsync<AuthorityMatrixView>(speaker, Paths.PointAuthority(change.Township), change.Wish, stop), matrix => new EffectResult.Matrix(matrix)),
        Effect.ListStaff => Told(await office.GetAsync<StaffList>(speaker, Routes.Staff, stop), people => new EffectResult.Staff(people)),
        Effect.NoteAbsence note => Told(await office.PostAsync<AbsencesView>(speaker, Paths.Absences(note.StaffId), note.Absence, stop), away => new EffectResult.Away(away)),
        Effect.EndAbsence end => Told(await office.PostAsync<AbsencesView>(speaker, Paths.AbsenceEnd(end.StaffId), end.End, stop), away => new EffectResult.Away(away)),
        Effect.HandOver hand => Told(await office.PostAsync<HandOverView>(speaker, Paths.HandOver(hand.StaffId), hand.Wish, stop), done => new EffectResult.HandedOver(done)),
        Effect.Reveal wish => Told(
            await office.PostAsync<RevealedView>(speaker, Paths.Revealed(wish.CaseId), new RevealValue(Guid.NewGuid().ToString("N"), wish.What, wish.Reason, wish.Words), stop), shown => new EffectResult.Revealed(shown)),
        Effect.Act act => await ActAsync(act, speaker, stop),
        _ => throw new NotSupportedException(effect.GetType().Name),
    };

    private async Task<EffectResult> ActAsync(Effect.Act act, Speaker speaker, CancellationToken stop)
    {
        var answer = await office.PostAsync<TaskView>(speaker, Paths.TaskOutcome(act.CaseId, act.TaskId), act.Outcome, stop);
        if (answer is not Answer<TaskView>.Refused { Problem: var problem }) return Told(answer, task => new EffectResult.Acted(task));
        var now = await office.GetAsync<TaskView>(speaker, Paths.Task(act.CaseId, act.TaskId), stop);
        return new EffectResult.Failed(problem, (now as Answer<TaskView>.Got)?.Value);
    }

    private async Task<EffectResult> UploadAsync(Effect.Upload upload, Speaker speaker, string? serviceUrl, CancellationToken stop)
    {
        var route = upload.CaseId is { } caseId ? Paths.CaseDocuments(caseId) : Paths.DraftDocuments(upload.SubmissionId!);
        var uploaded = ImmutableArray.CreateBuilder<UploadedFile>();
        foreach (var file in upload.Files)
        {
            var fetched = await files.FetchAsync(file, serviceUrl, stop);
            if (fetched.Problem is { } unread)
            {
                uploaded.Add(new UploadedFile(file.Name, unread));
                continue;
            }
            var answer = await office.UploadAsync<DocumentView>(speaker, route, fetched.Bytes, file.Name, upload.Material, stop);
            if (answer is Answer<DocumentView>.Silent or Answer<DocumentView>.Broke) return new EffectResult.Unreachable();
            uploaded.Add(new UploadedFile(file.Name, (answer as Answer<DocumentView>.Refused)?.Problem, answer is Answer<DocumentView>.Got { Value.Checking: true }));
        }
        return new EffectResult.Uploaded(upload.Material, uploaded.ToImmutable());
    }

    // Handing over to a person is done by whoever watches this event; the transcript stays in the sealed conversation.
    private EffectResult.Done Called(Effect.CallPerson call)
    {
        log.LogWarning("A resident asked for a person; {Lines} lines of conversation to hand over.", call.Transcript.Length);
        return new EffectResult.Done();
    }

    private static EffectResult Told<T>(Answer<T> answer, Func<T, EffectResult> got) => answer switch
    {
        Answer<T>.Got { Value: var value } => got(value),
        Answer<T>.Refused { Problem: var problem } => new EffectResult.Failed(problem),
        _ => new EffectResult.Unreachable(),
    };
}
