using Mono.Cecil;

namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>Opens assemblies that stand beside the tests.</summary>
internal static class CompiledAssembly
{
    public static ModuleDefinition Open(string name)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        string file = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        return ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = resolver });
    }
}
