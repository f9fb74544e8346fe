using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>Services, one file each in <c>services/</c>, named after their code.</summary>
internal sealed class ServiceReader(ActBook acts, MaterialBook materials)
{
    private readonly ProcedureReader procedures = new(acts);

    public ImmutableArray<Service> Read(IEnumerable<YamlMap> files)
    {
        var services = new Dictionary<string, Service>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var service = Read(file);
            if (!services.TryAdd(service.Code, service))
                file.Fault(FaultKind.DuplicateId, service.Code, "code");
        }
        return [.. services.Values];
    }

    private Service Read(YamlMap file)
    {
        var code = file.Scalar("code");
        if (code.Length > 0 && !ServiceRules.Knows(code))
            file.Fault(FaultKind.UnknownReference, code, "code");
        var service = new Service(
            code, file.Words("name"), file.Words("summary"), file.Status(),
            ReadMaterials(file), procedures.Read(file), [.. file.Maps("laws").Select(acts.Reference)]);
        file.Done();
        return service;
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
}
