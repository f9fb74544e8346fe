using Microsoft.Azure.Functions.Worker.Converters;
using OneVisit.Local.FunctionsWorker.Binding;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Fills the parameter from the JSON body of the request.</summary>
public class FromBodyAttribute() : InputConverterAttribute(typeof(JsonBody));
