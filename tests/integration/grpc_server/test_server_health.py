"""Health and reflection, as a client of neither of our protos sees them."""

from __future__ import annotations

import asyncio

import grpc
import pytest
from google.protobuf import descriptor_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from clause_auditor.server.running import OUR_SERVICES


@pytest.mark.parametrize("name", ["", *OUR_SERVICES])
async def test_every_service_is_healthy(channel, name):
    stub = health_pb2_grpc.HealthStub(channel)
    answer = await stub.Check(health_pb2.HealthCheckRequest(service=name))
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


async def test_an_unknown_service_has_no_health(channel):
    with pytest.raises(grpc.RpcError) as caught:
        await health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(service="atlantis"))
    assert caught.value.code() == grpc.StatusCode.NOT_FOUND


async def test_a_watcher_hears_of_the_stop_and_does_not_hold_it(channel, server):
    watch = health_pb2_grpc.HealthStub(channel).Watch(health_pb2.HealthCheckRequest())
    assert (await watch.read()).status == health_pb2.HealthCheckResponse.SERVING
    stopping = asyncio.ensure_future(server.stop(30))
    assert (await watch.read()).status == health_pb2.HealthCheckResponse.NOT_SERVING
    await asyncio.wait_for(stopping, 5)


async def ask(channel, request):
    stub = reflection_pb2_grpc.ServerReflectionStub(channel)
    call = stub.ServerReflectionInfo(iter([request]))
    return await call.read()


async def test_reflection_lists_the_services(channel):
    answer = await ask(channel, reflection_pb2.ServerReflectionRequest(list_services=""))
    names = {service.name for service in answer.list_services_response.service}
    assert {*OUR_SERVICES, "grpc.health.v1.Health"} <= names


@pytest.mark.parametrize("name", OUR_SERVICES)
async def test_reflection_gives_the_protos_of_each_service(channel, name):
    answer = await ask(channel, reflection_pb2.ServerReflectionRequest(file_containing_symbol=name))
    files = [
        descriptor_pb2.FileDescriptorProto.FromString(data)
        for data in answer.file_descriptor_response.file_descriptor_proto
    ]
    services = {f"{file.package}.{service.name}": service for file in files for service in file.service}
    assert services[name].method
