using System.Collections.Immutable;
using OneVisit.Catalogue.Linting;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>Services, one file each in <c>services/</c>, named after their code.</summary>
internal sealed class ServiceReader(
    ActBook acts, MaterialBook materials, LifeEventBook lifeEvents, ProcedureReader procedures, EligibilityReader eligibility, WordLint wordLint)
{
    public ImmutableArray<Service> Read(IEnumerable<YamlMap> files)
    {
        var services = new Dictionary<string, Service>(StringComparer.Ordinal);
        var read = new List<(Service Service, YamlMap File)>();
        foreach (var file in files)
        {
            var service = Read(file);
            if (!services.TryAdd(service.Code, service))
                file.Fault(FaultKind.DuplicateId, service.Code, "code");
            read.Add((service, file));
        }
        foreach (var (service, file) in read)
        {
            foreach (var other in service.NotWith.Where(other => other == service.Code || read.All(one => one.File.File != $"services/{other}.yaml")))
                file.Fault(FaultKind.UnknownReference, other, "not_with");
            foreach (var other in service.Changes.Where(other => other == service.Code || read.All(one => one.File.File != $"services/{other}.yaml")))
                file.Fault(FaultKind.UnknownReference, other, "changes");
        }
        return [.. services.Values.OrderBy(service => service, ServiceOrder.ByNumber)];
    }

    private Service Read(YamlMap file)
    {
        var code = file.Scalar("code");
        if (code.Length > 0 && !ServiceOrder.IsCode(code))
            file.Fault(FaultKind.WrongValue, $"code: {code}", "code");
        else if (code.Length > 0 && file.File != $"services/{code}.yaml")
            file.Fault(FaultKind.WrongValue, $"code: {code}, file: {file.File}", "code");
        var kind = file.Word("kind", ServiceKinds.Parse);
        if (ServiceOrder.IsCode(code) && code[0] != (kind == ServiceKind.Delegated ? 'D' : 'A'))
            file.Fault(FaultKind.WrongValue, $"kind: {kind.Code()}", "kind");
        var events = lifeEvents.Of(file);
        var read = new Service(
            code, Positive(file, "version"), file.Words("name"), file.Words("summary"), file.Status(), ReadMaterials(file),
            ReadProcedures(file, kind, events), [.. file.Maps("laws").Select(acts.Reference)])
        {
            Kind = kind,
            Mode = kind == ServiceKind.Agent ? file.Word("mode", ServiceKinds.ParseMode) : null,
            Who = file.Words("who"),
            LifeEvents = events,
            Words = ReadWords(file, code),
            SamplingPercent = kind == ServiceKind.Delegated ? Positive(file, "sampling_percent", most: 100) : null,
            TakesApplications = file.Flag("takes_applications"),
            Eligibility = eligibility.Read(file),
            NotWith = file.Has("not_with") ? [.. file.Scalars("not_with")] : [],
            Changes = file.Has("changes") ? [.. file.Scalars("changes")] : [],
        };
        ProcedureLint.CheckAttendance(read, file);
        file.Done();
        return read;
    }

    private ImmutableArray<Procedure> ReadProcedures(YamlMap file, ServiceKind kind, ImmutableArray<LifeEvent> events)
    {
        var grants = file.Word("grants", GrantNames.Parse);
        var fromApplication = file.Has("paid_from") && file.Word<bool>("paid_from", word => word == "application" ? true : null);
        if (fromApplication && grants != Grants.Monthly)
            file.Fault(FaultKind.WrongValue, $"paid_from: {grants.Code()}", "paid_from");
        var again = ReadReverification(file);
        if (again is not null && grants is Grants.Once or Grants.Recomputed)
            file.Fault(FaultKind.WrongValue, $"reverify: {grants.Code()}", "reverify");
        return
        [
            .. procedures.Read(file, kind, events.Any(happened => happened.OfAChild))
                .Select(procedure => procedure with { Grants = grants, PaidFromApplication = fromApplication, Reverification = again, OfAChild = events.Any(happened => happened.OfAChild) }),
        ];
    }

    private static Reverification? ReadReverification(YamlMap file)
    {
        if (!file.Has("reverify"))
            return null;
        var map = file.Map("reverify");
        var read = new Reverification(Positive(map, "months", most: 60), map.Has("unsteady") ? Positive(map, "unsteady", most: 60) : null);
        map.Done();
        return read;
    }

    private EverydayWords ReadWords(YamlMap file, string code)
    {
        var map = file.Map("words");
        var words = new EverydayWords([.. map.Scalars("zh")], [.. map.Scalars("en")]);
        if (!map.IsBroken && (words.Zh.IsEmpty || words.En.IsEmpty))
            map.Fault(FaultKind.MissingTranslation, "words");
        wordLint.Check(words, code, map);
        map.Done();
        return words;
    }

    private ImmutableArray<Material> ReadMaterials(YamlMap file)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<Material>();
        foreach (var map in file.Maps("materials"))
        {
            var material = materials.Use(map);
            read.Add(material);
            if (!used.Add(material.Code))
                map.Fault(FaultKind.DuplicateId, material.Code, "code");
        }
        return read.ToImmutable();
    }

    private static int Positive(YamlMap file, string key, int most = int.MaxValue)
    {
        var number = file.Int(key);
        if (file.Has(key) && (number < 1 || number > most))
            file.Fault(FaultKind.WrongValue, $"{key}: {number}", key);
        return number;
    }
}
