using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Binds a parameter to the JSON body of the request.</summary>
public class FromBodyAttribute() : InputConverterAttribute(typeof(BodyBinding));
